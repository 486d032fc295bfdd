package dev.penstock.cli.progress;

import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.spec.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Steps as lines of a table that fits into a number of lines: what is at work or went wrong comes first then. */
public record StepTable(Style style, int width, int most) {

    private static final int LONGEST_NAME = 48;
    private static final int ATTEMPT = "attempt 10".length();
    private static final int TIME = "59 m 59 s".length();

    public List<String> lines(Collection<StepStatus> steps, Instant now) {
        List<StepStatus> shown = shown(steps);
        int name =
                shown.stream().mapToInt(step -> indented(step).length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        shown.forEach(step -> lines.add(line(step, Math.min(name, LONGEST_NAME), now)));
        if (shown.size() < steps.size()) {
            lines.add(style.dim(rest(steps, shown)));
        }
        return lines;
    }

    private List<StepStatus> shown(Collection<StepStatus> steps) {
        int room = Math.max(1, most);
        if (steps.size() <= room) {
            return List.copyOf(steps);
        }
        List<StepStatus> chosen = steps.stream()
                .sorted(Comparator.comparingInt(StepTable::rank))
                .limit(Math.max(1, room - 1))
                .toList();
        return steps.stream().filter(chosen::contains).toList();
    }

    /** Steps outside of maps before those inside. */
    private static int rank(StepStatus step) {
        int depth = Math.min(9, (int) step.path().chars().filter(c -> c == '/').count());
        return depth
                + switch (step.state()) {
                    case FAILED, REJECTED, CANCELLED -> 0;
                    case RUNNING, WAITING, RETRYING -> 10;
                    case SUCCEEDED, REUSED, SKIPPED -> 20;
                };
    }

    private String line(StepStatus step, int names, Instant now) {
        String name = Words.shortened(indented(step), names);
        String attempt = step.attempt() > 1 ? "attempt " + step.attempt() : "";
        String time = StepWords.time(Duration.between(step.from(), step.to().orElse(now)));
        int used = 2 + names + 2 + ATTEMPT + 2 + TIME + 2;
        String note = Words.shortened(Printable.of(note(step)), Math.max(2, width - used));
        return "%s %s%s  %s%s  %s%s  %s"
                .formatted(
                        StepWords.sign(step.state(), style),
                        style.bold(name),
                        " ".repeat(names - name.length()),
                        style.dim(attempt),
                        " ".repeat(Math.max(0, ATTEMPT - attempt.length())),
                        " ".repeat(Math.max(0, TIME - time.length())),
                        time,
                        style.dim(note))
                .stripTrailing();
    }

    private static String note(StepStatus step) {
        return step.note().isBlank() && step.state() == StepState.SUCCEEDED
                ? ""
                : step.note().isBlank() ? step.state().words() : step.note();
    }

    private static String indented(StepStatus step) {
        return Printable.of(step.path());
    }

    private static String rest(Collection<StepStatus> steps, List<StepStatus> shown) {
        List<StepStatus> hidden =
                steps.stream().filter(step -> !shown.contains(step)).toList();
        String counts =
                hidden.stream()
                        .collect(Collectors.groupingBy(StepStatus::state, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(entry -> "%s %s"
                                .formatted(entry.getValue(), entry.getKey().words()))
                        .collect(Collectors.joining(", "));
        return "  … and %s more: %s".formatted(hidden.size(), counts);
    }
}
