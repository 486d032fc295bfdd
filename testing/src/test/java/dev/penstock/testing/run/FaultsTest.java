package dev.penstock.testing.run;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.penstock.flow.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FaultsTest {

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    private TestRun<Release.Params, String> low() {
        return Release.in(runs).input(new Release.Params("a", java.util.List.of(1, 2, 3), 100));
    }

    @Test
    void failsAStepTwice() {
        assertThat(low().failing("train", Faults.twice()).run())
                .yields("only 3")
                .retried("train", 2)
                .tookAtLeast(ofMinutes(2));
    }

    @Test
    void failsMoreOftenThanTheBudgetAllows() {
        assertThat(low().failing("train", Faults.times(3)).run())
                .failed()
                .withKind(FaultKind.USER)
                .failedIn("train")
                .saying("attempt 3", "All 3 attempts are used.", "Release.java:")
                .skipped("best");
    }

    @Test
    void failsAtOnePlaceOnly() {
        assertThat(low().failing("train", Faults.always().at("each[1]/train")).run())
                .failed()
                .failedIn("each[1]/train");
    }

    @Test
    void failsOnTheAttemptsThatAreNamed() {
        assertThat(low().failing("train", Faults.once().on(2)).run())
                .succeeded()
                .retried("train", 0);
        assertThat(low().failing("train", Faults.once().on(1, 2)).run())
                .succeeded()
                .retried("train", 2);
    }

    @Test
    void takesNodesAway() {
        assertThat(low().failing("train", Faults.preempted(3)).run())
                .succeeded()
                .retried("train", 3);
    }

    @Test
    void leavesTooLittleMemory() {
        assertThat(low().failing("train", Faults.outOfMemory(1)).run())
                .succeeded()
                .retried("train", 1);
        assertThat(low().failing("train", Faults.outOfMemory(2)).run())
                .withKind(FaultKind.OUT_OF_MEMORY)
                .saying("2Gi");
    }

    @Test
    void timesOut() {
        assertThat(low().failing("ingest", Faults.timesOut(1)).run())
                .succeeded()
                .retried("ingest", 1)
                .tookAtLeast(ofMinutes(10));
        assertThat(low().failing("ingest", Faults.timesOut(2)).run()).withKind(FaultKind.TIMEOUT);
    }

    @Test
    void neverFindsRoom() {
        assertThat(low().failing("train", Faults.neverSchedules()).run())
                .withKind(FaultKind.TIMEOUT)
                .saying("No pool of first, second had room in time.");
    }

    @Test
    void rejectsItsData() {
        assertThat(low().failing("train", Faults.rejected("negative petals")).run())
                .rejected()
                .saying("negative petals")
                .retried("train", 0);
    }

    @Test
    void lastsAsLongAsThePlatformIsDown() {
        assertThat(low().failing("ingest", Faults.times(4, FaultKind.PLATFORM)).run())
                .succeeded()
                .retried("ingest", 4)
                .tookAtLeast(ofSeconds(15));
    }

    @Test
    void comeOneAfterTheOther() {
        assertThat(low().failing("train", Faults.preempted(2))
                        .failing("train", Faults.outOfMemory(1))
                        .failing("train", Faults.once())
                        .run())
                .succeeded()
                .retried("train", 4);
    }

    @Test
    void hitAFunctionWhoseOwnCodeThenRuns() {
        assertThat(low().failing("best", Faults.once()).run()).yields("only 3").retried("best", 1);
    }
}
