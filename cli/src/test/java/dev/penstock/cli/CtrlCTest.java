package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real process and real signals. */
class CtrlCTest {

    @TempDir
    Path folder;

    private Started run() throws Exception {
        return Started.in(folder, "run", "asking", "--input", "x", "--target", "embedded", "--name", "monday");
    }

    @Test
    void cancelsARunThatWouldEndWithTheProcessAnyway() throws Exception {
        try (Started run = run()) {
            run.await("approval-owners");
            run.signal("INT");
            run.await("Cancelling");
            run.await("monday cancelled");
            assertThat(run.end()).isEqualTo(12);
        }
        try (Started show = Started.in(folder, "show", "monday", "--target", "embedded")) {
            show.await("monday  cancelled");
        }
    }

    @Test
    void isUnderstoodFromAServiceManagerToo() throws Exception {
        try (Started run = run()) {
            run.await("approval-owners");
            run.signal("TERM");
            run.await("monday cancelled");
            assertThat(run.end()).isEqualTo(12);
        }
    }

    @Test
    void leavesARecordEvenWhereTheProcessIsKilled() throws Exception {
        try (Started run = run()) {
            run.await("approval-owners");
            run.signal("KILL");
            run.end();
        }
        try (Started show = Started.in(folder, "show", "monday", "--target", "embedded")) {
            show.await("monday  interrupted");
        }
    }
}
