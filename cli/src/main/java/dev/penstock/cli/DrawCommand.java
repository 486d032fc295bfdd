package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock draw}: a picture of the graph. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Draw the graph as text, Mermaid or SVG.",
        footer = {
            "",
            "Examples:",
            "  penstock draw app.jar#iris",
            "  penstock draw iris.json -o iris.svg",
            "  penstock draw iris.json --format mermaid"
        })
final class DrawCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "A jar, a spec or the name of a pipeline.")
    private @Nullable String target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, mermaid or svg; by default what the ending of FILE says, else text.")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file (.txt, .mmd, .svg) instead of the terminal.")
    private @Nullable String file;

    DrawCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        return new DrawingOut(root.shell(), Optional.ofNullable(format), Optional.ofNullable(file))
                .draw(Optional.ofNullable(target));
    }
}
