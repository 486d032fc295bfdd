package dev.penstock.cli.progress;

import dev.penstock.cli.output.Style;
import dev.penstock.engine.StepState;
import java.time.Duration;

/** Signs and words for states and times. */
public final class StepWords {

    private StepWords() {}

    /** A sign that a terminal shows in one cell. */
    public static String sign(StepState state, Style style) {
        return switch (state) {
            case RUNNING -> style.cyan("▸");
            case WAITING -> style.yellow("⧖");
            case RETRYING -> style.yellow("↻");
            case SUCCEEDED -> style.green("✓");
            case REUSED -> style.green("=");
            case FAILED -> style.red("✗");
            case REJECTED -> style.red("⊘");
            case CANCELLED -> style.red("■");
            case SKIPPED -> style.dim("-");
        };
    }

    /** Such as "0.2 s", "14 s", "3 m 5 s" or "2 h 10 m". */
    public static String time(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        if (shown.toHours() > 0) {
            return "%s h %s m".formatted(shown.toHours(), shown.toMinutesPart());
        }
        if (shown.toMinutes() > 0) {
            return "%s m %s s".formatted(shown.toMinutes(), shown.toSecondsPart());
        }
        return shown.toSeconds() >= 10
                ? "%s s".formatted(shown.toSeconds())
                : "%s.%s s".formatted(shown.toSeconds(), shown.toMillisPart() / 100);
    }
}
