package dev.penstock.cli;

import dev.penstock.flow.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Calls the command as a shell would, in a folder and with an environment of its own. */
public record Call(Path directory, Map<String, String> environment, boolean terminal, Application application) {

    public static Call in(Path directory) {
        return new Call(directory, Map.of("PENSTOCK_HOME", "penstock-home"), false, Penstock.application());
    }

    public Call with(Pipeline<?, ?>... builtIn) {
        return of(Penstock.application().pipelines(builtIn));
    }

    /** Of an application that has more than pipelines. */
    public Call of(Application other) {
        return new Call(directory, environment, terminal, other);
    }

    public Call env(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Call(directory, more, terminal, application);
    }

    public Call onTerminal() {
        return new Call(directory, environment, true, application);
    }

    public Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                directory,
                terminal,
                application);
        int code = Penstock.run(args, shell);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
