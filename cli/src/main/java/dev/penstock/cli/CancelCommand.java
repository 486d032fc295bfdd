package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock cancel}: asks a run to end. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Ask a run to end; what runs at the end of every run still runs.",
        footer = {"", "Examples:", "  penstock cancel iris-monday --reason \"wrong data\""})
final class CancelCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who look at the run later.")
    private @Nullable String reason;

    CancelCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Cancelling(root.shell(), server.choice()).cancel(name, Optional.ofNullable(reason));
    }
}
