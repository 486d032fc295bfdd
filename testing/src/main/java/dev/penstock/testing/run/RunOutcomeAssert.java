package dev.penstock.testing.run;

import dev.penstock.engine.StepFailure;
import dev.penstock.flow.FaultKind;
import dev.penstock.problem.Nearest;
import dev.penstock.spec.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Asserts on how a run ended, which steps ran, and how long it took; what fails says what happened instead.
 *
 * @param <O> what the pipeline yields
 */
public final class RunOutcomeAssert<O> extends AbstractAssert<RunOutcomeAssert<O>, RunOutcome<O>> {

    private static final Duration ABOUT = Duration.ofMinutes(1);

    public RunOutcomeAssert(RunOutcome<O> actual) {
        super(actual, RunOutcomeAssert.class);
    }

    public RunOutcomeAssert<O> succeeded() {
        return expect(actual.hasSucceeded(), "the run to succeed");
    }

    /** Succeeded with this result. */
    public RunOutcomeAssert<O> yields(O expected) {
        succeeded();
        O result = actual.result();
        return expect(
                Objects.equals(result, expected),
                "the run to yield%n  %s%nbut it yielded%n  %s".formatted(expected, result));
    }

    /** Failed, was rejected or cancelled. */
    public RunOutcomeAssert<O> failed() {
        return expect(!actual.hasSucceeded(), "the run to fail");
    }

    /** Failed by a fault of this kind. */
    public RunOutcomeAssert<O> withKind(FaultKind kind) {
        return failure(failure -> failure.kind() == kind, "the run to fail by a fault of kind " + kind);
    }

    /** Refused its data, or was refused by somebody. */
    public RunOutcomeAssert<O> rejected() {
        return withKind(FaultKind.REJECTED);
    }

    /** Failed in this step, given by its name or path. */
    public RunOutcomeAssert<O> failedIn(String step) {
        known(step);
        return failure(
                failure -> failure.step().equals(step) || failure.path().equals(step),
                "the run to fail in \"%s\"".formatted(step));
    }

    /** Failed with a message that holds these words. */
    public RunOutcomeAssert<O> saying(String... words) {
        String message = failed().actual.message().orElse("");
        for (String word : words) {
            expect(message.contains(word), "the message to hold \"%s\"".formatted(word));
        }
        return this;
    }

    /** These steps ran, maybe among others, whether they succeeded or not. */
    public RunOutcomeAssert<O> ran(String... steps) {
        return each(steps, actual.happened()::ran, "to run");
    }

    /** These steps began in this order, maybe with others between. */
    public RunOutcomeAssert<O> ranInOrder(String... steps) {
        ran(steps);
        List<Integer> begins =
                Arrays.stream(steps).map(actual.happened()::begin).toList();
        return expect(
                begins.equals(begins.stream().sorted().toList()), "the steps to begin in the order " + List.of(steps));
    }

    /** These steps were left out: the other branch was taken, or another step failed first. */
    public RunOutcomeAssert<O> skipped(String... steps) {
        return each(steps, actual.happened()::skipped, "to be skipped");
    }

    /** These steps never began, for whatever reason. */
    public RunOutcomeAssert<O> didNotRun(String... steps) {
        return each(steps, step -> !actual.happened().ran(step), "not to run");
    }

    /** This step was tried again so often; where it ran at several places, at that with the most attempts. */
    public RunOutcomeAssert<O> retried(String step, int times) {
        ran(step);
        int found = actual.happened().retries(step);
        return expect(found == times, "\"%s\" to be retried %s times, not %s".formatted(step, times, found));
    }

    /** This step ran at so many places, such as for so many items of a map. */
    public RunOutcomeAssert<O> ranTimes(String step, int times) {
        known(step);
        long found = actual.happened().times(step);
        return expect(found == times, "\"%s\" to run %s times, not %s".formatted(step, times, found));
    }

    /** These steps waited: for an answer, or for time to pass. */
    public RunOutcomeAssert<O> waited(String... steps) {
        return each(steps, actual.happened()::waited, "to wait");
    }

    /** On the clock of the run, which skips waits. */
    public RunOutcomeAssert<O> tookAtLeast(Duration least) {
        return expect(
                actual.took().compareTo(least) >= 0,
                "the run to take at least %s%s".formatted(Words.of(least), took()));
    }

    public RunOutcomeAssert<O> tookAtMost(Duration most) {
        return expect(
                actual.took().compareTo(most) <= 0, "the run to take at most %s%s".formatted(Words.of(most), took()));
    }

    /** Within a minute, on the clock of the run. */
    public RunOutcomeAssert<O> tookAbout(Duration duration) {
        Duration off = actual.took().minus(duration).abs();
        return expect(off.compareTo(ABOUT) <= 0, "the run to take about %s%s".formatted(Words.of(duration), took()));
    }

    private String took() {
        return ", but it took " + Words.of(actual.took());
    }

    private RunOutcomeAssert<O> failure(Predicate<StepFailure> test, String expectation) {
        failed();
        return expect(actual.failure().filter(test).isPresent(), expectation);
    }

    private RunOutcomeAssert<O> each(String[] steps, Predicate<String> holds, String expectation) {
        for (String step : steps) {
            known(step);
            expect(holds.test(step), "\"%s\" %s".formatted(step, expectation));
        }
        return this;
    }

    private void known(String step) {
        SortedSet<String> known = actual.happened().known();
        if (!known.contains(step)) {
            failWithMessage("The pipeline has no step \"%s\". %s", step, Nearest.suggest(step, known));
        }
    }

    private RunOutcomeAssert<O> expect(boolean holds, String expectation) {
        if (!holds) {
            failWithMessage("Expected %s.%n%s", expectation, actual);
        }
        return this;
    }
}
