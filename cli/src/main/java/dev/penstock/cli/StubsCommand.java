package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock stubs}: the types of container steps in the language of their code. */
@Command(
        name = "stubs",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Write the types of container steps in Python.",
        footer = {
            "",
            "Examples:",
            "  penstock stubs --python app.jar#iris",
            "  penstock stubs --python iris --image iris/model -o src/main/resources/containers/iris/model"
        })
final class StubsCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "A jar, a spec or the name of a pipeline.")
    private @Nullable String target;

    @Option(names = "--python", required = true, description = "Write a module of Python 3.9, standard library only.")
    @SuppressWarnings("UnusedVariable") // Python is the only language yet; picocli sees to it that one is named.
    private boolean python;

    @Option(names = "--image", paramLabel = "IMAGE", description = "Only for the steps that run in this image.")
    private @Nullable String image;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Write into this folder instead of the terminal.")
    private @Nullable String folder;

    StubsCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new StubsOut(root.shell(), Optional.ofNullable(image), Optional.ofNullable(folder))
                .write(Optional.ofNullable(target));
    }
}
