package dev.penstock.testing;

import dev.penstock.diff.DiffText;
import dev.penstock.diff.SpecDiff;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says how a golden file and a spec differ. */
record GoldenMismatch(String message) {

    private static final int LINES = 5;

    static GoldenMismatch missing(Path path) {
        return new GoldenMismatch("There is no golden file %s.".formatted(path));
    }

    /** Nothing when both are the same graph: sites, line endings and the layout of the file do not matter. */
    static Optional<GoldenMismatch> between(Path path, String golden, Spec actual) {
        String changes;
        String lines = golden;
        try {
            Spec expected = Spec.parse(golden, path.toString());
            if (expected.digest().equals(actual.digest())) {
                return Optional.empty();
            }
            lines = expected.toJsonWithoutSites();
            changes = DiffText.of(SpecDiff.between(expected, actual));
        } catch (InvalidInputException e) {
            changes = "The file cannot be read:%n%s%n".formatted(e.getMessage());
        }
        return Optional.of(new GoldenMismatch("The spec of \"%s\" is not the one in %s.%n%s%s"
                .formatted(actual.name(), path, changes, firstLines(lines, actual.toJsonWithoutSites()))));
    }

    private static String firstLines(String golden, String actual) {
        List<String> expected = golden.lines().toList();
        List<String> found = actual.lines().toList();
        int same = 0;
        while (same < Math.min(expected.size(), found.size())
                && expected.get(same).equals(found.get(same))) {
            same++;
        }
        return "From line %d, the file:%n%s%nthe spec:%n%s%n"
                .formatted(same + 1, lines(expected, same, "- "), lines(found, same, "+ "));
    }

    private static String lines(List<String> lines, int from, String mark) {
        return String.join(
                "\n",
                lines.subList(from, Math.min(lines.size(), from + LINES)).stream()
                        .map(mark::concat)
                        .toList());
    }
}
