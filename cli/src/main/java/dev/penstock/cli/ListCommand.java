package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code penstock list}: the runs, the newest first. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "List runs, the newest first.",
        footer = {
            "",
            "It lists the runs of the server, and those of the embedded one that left a record here.",
            "",
            "Examples:",
            "  penstock list --pipeline iris --outcome failed",
            "  penstock list --limit 100 --json"
        })
final class ListCommand implements Callable<Integer> {

    private final Root root;

    @Option(names = "--pipeline", paramLabel = "NAME", description = "Only runs of this pipeline.")
    private @Nullable String pipeline;

    @Option(
            names = "--outcome",
            paramLabel = "WORD",
            description = "Only runs that are at-work, succeeded, failed, rejected, cancelled or interrupted.")
    private @Nullable String outcome;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "At most so many; 20 by default.")
    private int limit;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ListCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new ListingRuns(root.shell(), server.choice(), json)
                .list(Optional.ofNullable(pipeline), Optional.ofNullable(outcome), limit);
    }
}
