package dev.penstock.cli;

import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a graph can be drawn, and the endings of files that ask for it. */
enum DrawingFormat {
    TEXT,
    MERMAID,
    SVG;

    /** What is asked for by name, else by the ending of the file, else text. */
    static Optional<DrawingFormat> choose(Optional<String> name, Optional<String> file, Problems problems) {
        if (name.isPresent()) {
            return named(name.get(), problems);
        }
        return file.isPresent() ? ending(file.get(), problems) : Optional.of(TEXT);
    }

    private static Optional<DrawingFormat> named(String name, Problems problems) {
        Optional<DrawingFormat> found = Arrays.stream(values())
                .filter(format -> format.word().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    Arrays.stream(values()).map(DrawingFormat::word).toList();
            problems.add(
                    Code.UNKNOWN_NAME,
                    "--format",
                    "There is no format \"%s\".".formatted(name),
                    Nearest.suggest(name, known));
        }
        return found;
    }

    private static Optional<DrawingFormat> ending(String file, Problems problems) {
        Optional<DrawingFormat> found = Arrays.stream(values())
                .filter(format -> format.endings().stream().anyMatch(file::endsWith))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    Code.UNKNOWN_NAME,
                    "-o " + file,
                    "The ending of the file does not tell the format.",
                    "Name it .txt, .mmd or .svg, or add --format.");
        }
        return found;
    }

    private List<String> endings() {
        return switch (this) {
            case TEXT -> List.of(".txt");
            case MERMAID -> List.of(".mmd", ".mermaid");
            case SVG -> List.of(".svg");
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
