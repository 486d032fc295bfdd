package dev.penstock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock show}: everything that is known of one run. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Show a run: its facts, its steps, and why it failed.",
        footer = {"", "Examples:", "  penstock show iris-monday", "  penstock show iris-monday --json"})
final class ShowCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ShowCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new Showing(root.shell(), server.choice(), json).show(name);
    }
}
