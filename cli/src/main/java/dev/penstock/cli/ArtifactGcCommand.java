package dev.penstock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code penstock artifact gc}: removes what nothing refers to any more. */
@Command(
        name = "gc",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Say what of the store nothing refers to any more, and remove it if asked to.",
        description = {
            "",
            "What recorded runs, workflows of Temporal servers, the cache and model versions in MLflow",
            "refer to stays, and so does what is young. Where one of them cannot be asked, nothing goes.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  penstock artifact gc",
            "  penstock artifact gc --remove",
            "  penstock artifact gc --older-than 4w --forget-cache-older-than 90d --remove"
        })
final class ArtifactGcCommand implements Callable<Integer> {

    private final Root root;

    @Option(names = "--remove", description = "Remove it; without this it is only told what would go.")
    private boolean remove;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            defaultValue = "7d",
            description = "What is younger stays: 12h, 7d, 4w; 7d by default, 1h at least.")
    private String olderThan = "";

    @Option(
            names = "--forget-cache-older-than",
            paramLabel = "AGE",
            description = "Drop results from the cache that are older; what only they refer to goes the next time.")
    private @Nullable String forget;

    @Option(
            names = "--disregard-references-of",
            paramLabel = "WHO",
            description = "Remove also what is referred to by a server that is gone for good (its address, dev-server,"
                    + " local-mlflow), by unreadable-workflows, or by runs recorded on other-machines.")
    private List<String> disregarded = new ArrayList<>();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ArtifactGcCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new CollectingGarbage(root.shell(), server.choice(), disregarded, json)
                .collect(olderThan, Optional.ofNullable(forget), remove);
    }
}
