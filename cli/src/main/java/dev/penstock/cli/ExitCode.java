package dev.penstock.cli;

import dev.penstock.flow.FaultKind;
import dev.penstock.runs.RunEnd;

/** What the command tells scripts. */
final class ExitCode {

    static final int DONE = 0;
    static final int DIFFERENT = 1;
    static final int BAD_INPUT = 2;
    static final int FAILED = 10;
    static final int REJECTED = 11;
    static final int CANCELLED = 12;
    static final int LOST = 13;
    static final int FAULT = 70;
    static final int LEFT = 130;

    private ExitCode() {}

    static int of(RunEnd end) {
        return switch (end) {
            case RunEnd.Succeeded succeeded -> DONE;
            case RunEnd.Failed failed ->
                failed.kind() == FaultKind.REJECTED
                        ? REJECTED
                        : failed.kind() == FaultKind.CANCELLED ? CANCELLED : FAILED;
        };
    }
}
