package dev.penstock.cli;

import dev.penstock.flow.Pipeline;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Makes a jar the command of its own pipelines: {@code Penstock.main(args, new IrisPipeline())}. */
public final class Penstock {

    private Penstock() {}

    /** An application that has more than pipelines. */
    public static Application application() {
        return Application.empty();
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args, Pipeline<?, ?>... pipelines) {
        main(args, application().pipelines(pipelines));
    }

    static void main(String[] args, Application application) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        // What pipelines print while they describe themselves must not end up between the lines of our JSON.
        System.setOut(err);
        QuietLibraries.ask(args, System.getenv());
        int code = run(args, shell(System.in, out, err, application));
        System.exit(code);
    }

    /** Runs the command and gives its exit code; {@code --help} lists them. */
    public static int run(String[] args, PrintStream out, PrintStream err, Pipeline<?, ?>... pipelines) {
        return run(
                args,
                shell(InputStream.nullInputStream(), out, err, application().pipelines(pipelines)));
    }

    private static Shell shell(InputStream in, PrintStream out, PrintStream err, Application application) {
        Path directory = Path.of("").toAbsolutePath();
        return new Shell(in, out, err, System.getenv(), directory, Ansi.AUTO.enabled(), application);
    }

    static int run(String[] args, Shell shell) {
        try {
            return CommandTree.execute(args, shell);
        } catch (Exception | Error e) {
            return Fault.report(e, shell);
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    /** UTF-8 wherever terminals understand it: the locale of a container is often "C", which knows no arrows. */
    private static PrintStream stream(FileDescriptor descriptor) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset =
                windows ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), false, charset);
    }
}
