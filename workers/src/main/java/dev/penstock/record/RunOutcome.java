package dev.penstock.record;

import dev.penstock.flow.FaultKind;
import java.util.Locale;

/** What has become of a run. */
public enum RunOutcome {
    AT_WORK,
    SUCCEEDED,
    FAILED,
    REJECTED,
    CANCELLED,
    /** Its process ended before it did. */
    INTERRUPTED;

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static RunOutcome of(FaultKind kind) {
        return switch (kind) {
            case REJECTED -> REJECTED;
            case CANCELLED -> CANCELLED;
            case USER, PLATFORM, PREEMPTION, OUT_OF_MEMORY, TIMEOUT -> FAILED;
        };
    }
}
