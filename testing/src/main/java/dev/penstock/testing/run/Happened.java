package dev.penstock.testing.run;

import static java.util.stream.Collectors.joining;

import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the steps of a run did, in its order; steps are named by their names or by their paths. */
record Happened(KnownSteps steps, List<StepStatus> all, boolean failed) {

    /** Whether it began, not counting what was skipped, or whose result an earlier run had left. */
    boolean ran(String step) {
        return began(step).findAny().isPresent();
    }

    /** When it began first, as a place in the order of what happened; -1 where it never did. */
    int begin(String step) {
        for (int i = 0; i < all.size(); i++) {
            if (isOf(all.get(i), step) && isWork(all.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The branch that has it was not taken, or another step failed first. */
    boolean skipped(String step) {
        if (ran(step)) {
            return false;
        }
        Optional<KnownStep> known = steps.find(step);
        return failed
                || all.stream()
                        .filter(status -> status.state() == StepState.SKIPPED)
                        .anyMatch(status -> isOf(status, step)
                                || known.filter(inner -> inner.isInside(status.name()))
                                        .isPresent());
    }

    boolean waited(String step) {
        return began(step).anyMatch(status -> status.state() == StepState.WAITING);
    }

    boolean reused(String step) {
        return all.stream().anyMatch(status -> isOf(status, step) && status.state() == StepState.REUSED);
    }

    /** How often it was tried again, at the place where that was most often. */
    int retries(String step) {
        return began(step).mapToInt(StepStatus::attempt).max().orElse(1) - 1;
    }

    /** At how many places it ran, such as for how many items of a map. */
    long times(String step) {
        return began(step).map(StepStatus::path).distinct().count();
    }

    /** The names of steps, and the paths that were seen. */
    SortedSet<String> known() {
        SortedSet<String> known = new TreeSet<>(steps.names());
        all.forEach(status -> known.add(status.path()));
        return known;
    }

    private Stream<StepStatus> began(String step) {
        return all.stream().filter(status -> isOf(status, step) && isWork(status));
    }

    private static boolean isOf(StepStatus status, String step) {
        return status.name().equals(step) || status.path().equals(step);
    }

    private static boolean isWork(StepStatus status) {
        return status.state() != StepState.SKIPPED && status.state() != StepState.REUSED;
    }

    /** For people: each place with its end, in the order in which they began. */
    String described() {
        Map<String, StepStatus> last = new LinkedHashMap<>();
        all.forEach(status -> last.put(status.path(), status));
        List<String> lines = new ArrayList<>();
        last.values().forEach(status -> lines.add(line(status)));
        return lines.isEmpty() ? "Nothing ran." : lines.stream().collect(joining("\n", "What happened:\n", ""));
    }

    private static String line(StepStatus status) {
        String attempt = status.attempt() > 1 ? " in attempt " + status.attempt() : "";
        String note = status.note().isEmpty() ? "" : ": " + status.note();
        return "  %s %s%s%s".formatted(status.path(), status.state().words(), attempt, note);
    }
}
