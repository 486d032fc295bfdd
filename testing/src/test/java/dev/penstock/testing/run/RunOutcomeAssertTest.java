package dev.penstock.testing.run;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.flow.FaultKind;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RunOutcomeAssertTest {

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    private static void fails(RunOutcome<String> outcome, Consumer<RunOutcomeAssert<String>> claim, String... words) {
        RunOutcomeAssert<String> claims = assertThat(outcome);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> claim.accept(claims))
                .satisfies(error -> org.assertj.core.api.Assertions.assertThat(error.getMessage())
                        .contains(words));
    }

    @Test
    void saysWhatHappenedInstead() {
        RunOutcome<String> good = Release.in(runs).approving("approve", "ann").run();
        fails(
                good,
                claim -> claim.failed(),
                "Expected the run to fail",
                "promoted 3 by ann",
                "each[2]/train succeeded");
        fails(good, claim -> claim.rejected(), "Expected the run to fail");
        fails(good, claim -> claim.yields("x"), "to yield", "promoted 3 by ann");
        fails(good, claim -> claim.ran("reject"), "Expected \"reject\" to run", "reject skipped: the other branch");
        fails(good, claim -> claim.ranInOrder("best", "ingest"), "in the order [best, ingest]");
        fails(good, claim -> claim.skipped("best"), "\"best\" to be skipped");
        fails(good, claim -> claim.didNotRun("reject", "best"), "\"best\" not to run");
        fails(good, claim -> claim.retried("train", 2), "retried 2 times, not 0");
        fails(good, claim -> claim.ranTimes("train", 2), "to run 2 times, not 3");
        fails(good, claim -> claim.waited("best"), "\"best\" to wait");
        fails(good, claim -> claim.tookAbout(Duration.ofHours(1)), "about 1h, but it took 30d");
        fails(good, claim -> claim.tookAtMost(Duration.ofHours(1)), "at most 1h");
        fails(good, claim -> claim.tookAtLeast(Duration.ofDays(31)), "at least 31d");
    }

    @Test
    void saysWhyARunFailed() {
        RunOutcome<String> bad =
                Release.in(runs).failing("train", Faults.always()).run();
        fails(
                bad,
                claim -> claim.succeeded(),
                "Expected the run to succeed",
                "The test lets it fail.",
                "All 3 attempts");
        fails(bad, claim -> claim.withKind(FaultKind.TIMEOUT), "kind TIMEOUT");
        fails(bad, claim -> claim.failedIn("ingest"), "fail in \"ingest\"");
        fails(bad, claim -> claim.saying("elephant"), "hold \"elephant\"");
    }

    @Test
    void knowsTheNamesOfSteps() {
        RunOutcome<String> good = Release.in(runs).approving("approve", "ann").run();
        fails(good, claim -> claim.didNotRun("trian"), "no step \"trian\"", "Did you mean \"train\"?");
        fails(good, claim -> claim.ranTimes("trian", 0), "no step \"trian\"");
        fails(good, claim -> claim.failedIn("trian"), "no step \"trian\"");
    }
}
