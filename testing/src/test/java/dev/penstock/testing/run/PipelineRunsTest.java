package dev.penstock.testing.run;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PipelineRunsTest {

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    @Test
    void runsAPipelineWithStandInsAndAnApproval() {
        RunOutcome<String> outcome =
                Release.in(runs).approving("approve", "ann").run();

        assertThat(outcome)
                .succeeded()
                .yields("promoted 3 by ann")
                .ran("ingest", "train", "promote")
                .ranInOrder("ingest", "each", "train", "best", "approve", "rest", "promote")
                .ranTimes("train", 3)
                .ranTimes("each[2]/train", 1)
                .skipped("reject")
                .didNotRun("reject")
                .waited("approve", "rest")
                .retried("train", 0)
                .tookAbout(ofDays(30));
    }

    @Test
    void takesTheOtherBranch() {
        assertThat(Release.in(runs)
                        .input(new Release.Params("b", List.of(1), 2))
                        .run())
                .yields("only 1")
                .skipped("approve", "rest", "promote")
                .tookAtMost(ofHours(1));
    }

    @Test
    void givesANewOneToATestThatAsksForIt(PipelineRuns given) {
        assertThat(Release.in(given).approving("approve", "ann").run()).succeeded();
    }

    @Test
    void runsSeveralOneAfterTheOther() {
        assertThat(Release.in(runs).approving("approve", "ann").run()).succeeded();
        assertThat(Release.in(runs).refusing("approve", "ann", "no").run()).rejected();
    }

    @Test
    void beginsWhenTheTestSays() {
        Instant begin = Instant.parse("2031-05-01T10:00:00Z");
        RunOutcome<String> outcome =
                Release.in(runs).beginning(begin).approving("approve", "ann").run();
        assertThat(outcome.steps().getFirst().from()).isBetween(begin, begin.plusSeconds(60));
    }

    @Test
    void keepsTheHistoriesOfAllWorkflowsUntilTheTestHasEnded() {
        RunOutcome<String> outcome = Release.in(runs)
                .within(Limits.usual().mostEvents(25))
                .approving("approve", "ann")
                .run();
        assertThat(outcome).yields("promoted 3 by ann");
        assertThat(outcome.histories()).hasSizeGreaterThan(1);
    }

    @Test
    void approvesOnTheClockOfTheRun() {
        assertThat(Release.in(runs).approving("approve", "ann", ofHours(40)).run())
                .succeeded()
                .tookAbout(ofDays(30).plusHours(40));
    }

    @Test
    void refuses() {
        assertThat(Release.in(runs)
                        .refusing("approve", "bob", "too small", ofHours(3))
                        .run())
                .rejected()
                .failedIn("approve")
                .saying("bob refused: too small")
                .didNotRun("rest", "promote")
                .tookAbout(ofHours(3));
    }

    @Test
    void letsAnApprovalExpireThatNobodyAnswers() {
        assertThat(Release.in(runs).run())
                .rejected()
                .saying("Nobody approved", "owners")
                .skipped("promote")
                .tookAbout(ofDays(2));
    }
}
