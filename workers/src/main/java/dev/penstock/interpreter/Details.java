package dev.penstock.interpreter;

import dev.penstock.engine.RunStatus;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps of a run as a table in Markdown, for Temporal's UI. */
record Details(RunStatus status) {

    private static final int MOST_ROWS = 40;
    private static final int LONGEST_NOTE = 160;
    private static final int LAST_RANK = 2;

    String markdown() {
        StringBuilder text = new StringBuilder(4_096);
        text.append("### ").append(headline()).append("\n\n");
        status.failure()
                .ifPresent(failure -> text.append(escaped(failure.message())).append("\n\n"));
        text.append("| step | state | attempt | time | |\n|---|---|---|---|---|\n");
        shown().forEach(step -> row(step, text));
        return text.toString();
    }

    private String headline() {
        long done = status.steps().stream().filter(step -> step.state().isEnd()).count();
        long running = status.steps().size() - done;
        String counts = "%s done, %s at work, %s to come".formatted(done, running, status.left());
        return status.phase().isEmpty() ? counts : status.phase() + ": " + counts;
    }

    /** What is at work or went wrong comes first where there is not room for all. */
    private Stream<StepStatus> shown() {
        List<StepStatus> steps = status.steps();
        if (steps.size() <= MOST_ROWS) {
            return steps.stream();
        }
        return IntStream.rangeClosed(0, LAST_RANK)
                .boxed()
                .flatMap(rank -> steps.stream().filter(step -> rank(step) == rank))
                .limit(MOST_ROWS);
    }

    private static int rank(StepStatus step) {
        return switch (step.state()) {
            case FAILED, REJECTED, CANCELLED -> 0;
            case RUNNING, WAITING, RETRYING -> 1;
            case SUCCEEDED, REUSED, SKIPPED -> LAST_RANK;
        };
    }

    private static void row(StepStatus step, StringBuilder text) {
        text.append("| ").append(escaped(step.path())).append(" | ").append(sign(step.state()));
        text.append(' ').append(step.state().words()).append(" | ");
        text.append(step.attempt() > 0 ? Integer.toString(step.attempt()) : "").append(" | ");
        step.to().ifPresent(to -> text.append(words(Duration.between(step.from(), to))));
        String note = step.note().length() > LONGEST_NOTE ? step.note().substring(0, LONGEST_NOTE) + "…" : step.note();
        text.append(" | ").append(escaped(note)).append(" |\n");
    }

    private static String sign(StepState state) {
        return switch (state) {
            case RUNNING -> "▶";
            case WAITING -> "‖";
            case RETRYING -> "↻";
            case SUCCEEDED -> "✓";
            case REUSED -> "↺";
            case FAILED -> "✗";
            case REJECTED -> "⊘";
            case CANCELLED -> "■";
            case SKIPPED -> "–";
        };
    }

    private static String words(Duration time) {
        if (time.toMinutes() > 0) {
            return "%sm %ss".formatted(time.toMinutes(), time.toSecondsPart());
        }
        return time.toMillis() >= 10_000 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
