package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock artifact get}: copies an artifact out of the store. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Copy an artifact out of the store and check that it is whole.",
        footer = {
            "",
            "Examples:",
            "  penstock artifact get iris-monday train",
            "  penstock artifact get iris-monday map-depths[2]/evaluate.report -o report",
            "  penstock artifact get sha256:9f86… -o model"
        })
final class ArtifactGetCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(index = "0", paramLabel = "RUN|DIGEST", description = "The name of the run, or sha256:… alone.")
    private String run = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "STEP",
            description = "The step as \"penstock artifact ls RUN\" has it; .component for one of several artifacts.")
    private @Nullable String step;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "The new file or folder; by default one here with the name of the step.")
    private @Nullable String output;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ArtifactGetCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new FetchingArtifact(root.shell(), server.choice(), Optional.ofNullable(output), json)
                .fetch(run, Optional.ofNullable(step));
    }
}
