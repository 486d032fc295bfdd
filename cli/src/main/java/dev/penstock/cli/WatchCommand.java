package dev.penstock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock watch}: follows a run that somebody else has started. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Follow a run to its end.",
        footer = {
            "",
            "Examples:",
            "  penstock watch iris-monday",
            "  penstock watch iris-monday --target temporal.example.com:7233 --json"
        })
final class WatchCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the run.")
    private String name = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write a line of JSON for each event, the end last.")
    private boolean json;

    WatchCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Watching(root.shell(), server.choice(), json).watch(name);
    }
}
