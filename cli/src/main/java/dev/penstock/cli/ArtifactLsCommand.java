package dev.penstock.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock artifact ls}: what the store holds, or what a run has made. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "List the artifacts of a run, or say what the store holds.",
        footer = {
            "",
            "Examples:",
            "  penstock artifact ls",
            "  penstock artifact ls iris-monday",
            "  penstock artifact ls iris-monday --json"
        })
final class ArtifactLsCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "The name of the run.")
    private @Nullable String run;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ArtifactLsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        ListingArtifacts listing = new ListingArtifacts(root.shell(), server.choice(), json);
        return run == null ? listing.ofStore() : listing.ofRun(run);
    }
}
