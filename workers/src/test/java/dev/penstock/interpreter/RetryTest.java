package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.quorum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.penstock.engine.Answer;
import dev.penstock.engine.Limits;
import dev.penstock.engine.RunStatus;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Approved;
import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunRecords;
import dev.penstock.rerun.Decision;
import dev.penstock.rerun.RerunPlan;
import dev.penstock.runs.Change;
import dev.penstock.runs.Retries;
import dev.penstock.runs.Retry;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.spec.Spec;
import dev.penstock.value.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetryTest {

    @TempDir
    Path folder;

    private final Lab lab = new Lab();

    private Retries retries(InMemory engine) {
        return new Retries(engine.runs, new RunRecords(folder), engine.values);
    }

    private RunEnd retry(InMemory engine, String run, Change change) {
        Retry retry = retries(engine).plan(run, change);
        engine.start(retry.order());
        return engine.runs.result(run);
    }

    private String failed(InMemory engine, Pipeline<?, ?> pipeline, Object input) {
        String run = engine.start(pipeline, input, Limits.usual());
        assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Failed.class);
        lab.broken.clear();
        return run;
    }

    private static void succeeded(RunEnd end, int value) {
        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.Succeeded.class,
                        ended -> assertThat(ended.value().json().intValue()).isEqualTo(value));
    }

    private static Decision decision(RerunPlan plan, String step) {
        return plan.steps().stream()
                .filter(each -> each.path().equals(step))
                .findFirst()
                .orElseThrow()
                .decision();
    }

    @Test
    void doesNotRunAgainWhatHasSucceeded() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.broken.add("second");
            String run = failed(engine, new LabPipelines.Chain(), 1);
            succeeded(retry(engine, run, Change.nothing("ada")), 104);
            assertThat(lab.calls("first")).isEqualTo(1);
            assertThat(lab.calls("second")).isEqualTo(2);
            assertThat(lab.calls("third")).isEqualTo(1);
            assertThat(engine.state(run, "first")).isEqualTo(StepState.REUSED);
            assertThat(engine.runs.describe(run).orElseThrow().summary().startedBy())
                    .isEqualTo("ada");
        }
    }

    @Test
    void saysThatNothingFailed() {
        try (InMemory engine = InMemory.with(lab.services())) {
            String run = engine.start(new LabPipelines.Chain(), 1, Limits.usual());
            succeeded(engine.runs.result(run), 104);
            assertThatThrownBy(() -> retry(engine, run, Change.nothing("ada")))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.problems().getFirst().code()).isEqualTo(Code.NOTHING_FAILED));
        }
    }

    @Test
    void runsAgainFromAStepThatSucceeded() {
        try (InMemory engine = InMemory.with(lab.services())) {
            String run = engine.start(new LabPipelines.Chain(), 1, Limits.usual());
            succeeded(engine.runs.result(run), 104);
            Retry retry = retries(engine).plan(run, Change.nothing("ada").from("second"));
            assertThat(retry.order().generation()).isEqualTo(1);
            engine.start(retry.order());
            succeeded(engine.runs.result(run), 104);
            assertThat(lab.calls("first")).isEqualTo(1);
            assertThat(lab.calls("second")).isEqualTo(2);
            assertThat(lab.calls("third")).isEqualTo(2);
        }
    }

    @Test
    void runsWhatANewVersionOfThePipelineChanges() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.broken.add("third");
            String run = failed(engine, new LabPipelines.Chain(), 1);
            Retry retry = retries(engine).plan(run, Change.nothing("ada").to(new LabPipelines.NewChain().toSpec()));
            assertThat(decision(retry.plan(), "first")).isEqualTo(new Decision.Reused(List.of("first")));
            assertThat(decision(retry.plan(), "second"))
                    .isEqualTo(new Decision.Runs("its method changed from Bench::second to Bench::other"));
            assertThat(decision(retry.plan(), "third"))
                    .isEqualTo(new Decision.Runs("its input \"second\" is computed anew"));
            engine.start(retry.order());
            succeeded(engine.runs.result(run), 106);
            assertThat(lab.calls("first")).isEqualTo(1);
        }
    }

    @Test
    void runsOnlyTheStepsOfTheItemThatFailed() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.broken.add("second501");
            String run = failed(engine, new LabPipelines.Many(), 1_000);
            succeeded(retry(engine, run, Change.nothing("ada")), 1_000);
            assertThat(lab.calls("first")).isEqualTo(1_000);
            assertThat(lab.calls("second")).isEqualTo(1_001);
        }
    }

    @Test
    void goesOnInTheMiddleOfALoop() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.broken.add("second11");
            // 1 → 4 → 10 → 22 → 46 → 94
            String run = failed(engine, new LabPipelines.Loop(), 1);
            succeeded(retry(engine, run, Change.nothing("ada")), 94);
            assertThat(lab.calls("first")).isEqualTo(5);
            assertThat(lab.calls("second")).isEqualTo(6);
        }
    }

    @Test
    void goesOnInsideAnotherPipeline() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.broken.add("third");
            String run = failed(engine, new LabPipelines.Outer(), 1);
            succeeded(retry(engine, run, Change.nothing("ada")), 105);
            assertThat(lab.calls("first")).isEqualTo(1);
            assertThat(lab.calls("second")).isEqualTo(1);
            assertThat(lab.calls("third")).isEqualTo(2);
        }
    }

    @Test
    void goesOnInsideAnotherPipelineThatWasCancelled() throws InterruptedException {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.stuck.add("second");
            String run =
                    engine.start(new LabPipelines.Outer(), 1, Limits.usual().heartbeat(Duration.ofSeconds(1)));
            lab.reached.await();
            assertThatThrownBy(() -> retries(engine).plan(run, Change.nothing("ada")))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.problems().getFirst().code()).isEqualTo(Code.RUN_AT_WORK));
            engine.runs.cancel(run, "enough");
            assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Failed.class);
            lab.stuck.clear();
            succeeded(retry(engine, run, Change.nothing("ada")), 105);
            assertThat(lab.calls("first")).isEqualTo(1);
            assertThat(lab.calls("second")).isEqualTo(2);
        }
    }

    @Test
    void goesOnInsideAnotherPipelineAfterTheTimeOutOfTheRun() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.stuck.add("second");
            String run =
                    engine.start(new LabPipelines.Hasty(), 1, Limits.usual().heartbeat(Duration.ofMillis(300)));
            assertThat(engine.runs.result(run))
                    .isInstanceOfSatisfying(
                            RunEnd.Failed.class, end -> assertThat(end.kind()).isEqualTo(FaultKind.TIMEOUT));
            lab.stuck.clear();
            succeeded(retry(engine, run, Change.nothing("ada")), 104);
            assertThat(lab.calls("first")).isEqualTo(1);
        }
    }

    /** Big results, and then somebody who waits. */
    static final class Big implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            List<Value<String>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(flow.apply(Functions::text, named("text-" + i)).to(in));
            }
            Value<Integer> total = flow.apply(BigValuesTest::total).to(list(all));
            return flow.pause(Duration.ofDays(3)).of(total);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Value<List<String>> list(List<Value<String>> values) {
            return Value.list(values.toArray(new Value[0]));
        }
    }

    @Test
    void goesOnAfterACancelWithMoreThanFitsIntoAMessage() {
        StoredSizes store = new StoredSizes();
        try (InMemory engine = new InMemory(lab.services(), new Values(store), settings -> settings)) {
            String run = engine.start(new Big(), 15_000, Limits.usual());
            engine.until(run, RetryTest::waits);
            engine.runs.cancel(run, "later");
            assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Failed.class);
            assertThat(store.atLeast(500_000)).hasSize(1);
            Retry retry = retries(engine).plan(run, Change.nothing("ada"));
            assertThat(store.atLeast(500_000)).hasSize(3);
            engine.start(retry.order());
            succeeded(engine.runs.result(run), 50 * 15_000);
            assertThat(engine.state(run, "text-0")).isEqualTo(StepState.REUSED);
        }
    }

    @Test
    void triesFailedItemsAgainInASecondAttemptAtAPipelineAndTellsOfItsEndEachTime() {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.broken.add("first2");
            String run = failed(engine, new LabPipelines.Stubborn(), List.of(1, 2, 3));
            assertThat(lab.calls("first")).isEqualTo(4);
            assertThat(lab.calls("third")).isEqualTo(2);
            succeeded(retry(engine, run, Change.nothing("ada")), 9);
            assertThat(lab.calls("first")).isEqualTo(5);
            assertThat(lab.calls("third")).isEqualTo(3);
        }
    }

    @Test
    void goesOnAfterItWasTerminated() throws InterruptedException {
        try (InMemory engine = InMemory.with(lab.services())) {
            lab.stuck.add("second");
            String run =
                    engine.start(new LabPipelines.Outer(), 1, Limits.usual().heartbeat(Duration.ofSeconds(1)));
            lab.reached.await();
            assertThat(engine.runs.isAtWork(run)).isTrue();
            engine.runs.terminate(run, "enough");
            assertThat(engine.runs.isAtWork(run)).isFalse();
            lab.stuck.clear();
            succeeded(retry(engine, run, Change.nothing("ada")), 105);
            assertThat(lab.calls("first")).isEqualTo(1);
        }
    }

    @Test
    void keepsTheVotesOfAnApproval() {
        try (InMemory engine = InMemory.with(lab.services())) {
            String run = engine.start(new LabPipelines.Asked(), 1, Limits.usual());
            engine.until(run, RetryTest::waits);
            engine.runs.answer(run, new Answer("approval-owners", "ada", true, Optional.empty()));
            engine.runs.cancel(run, "later");
            assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Failed.class);
            Retry retry = retries(engine).plan(run, Change.nothing("ada"));
            engine.start(retry.order());
            engine.until(run, RetryTest::waits);
            engine.runs.answer(run, new Answer("approval-owners", "grace", true, Optional.empty()));
            succeeded(engine.runs.result(run), 4);
            assertThat(lab.calls("first")).isEqualTo(1);
        }
    }

    /** Nobody approves of a run that they have started. */
    static final class Separate implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.approval("owners", quorum(2), notTheAuthor()).of(in).get(Approved::value);
        }
    }

    @Test
    void letsNobodyApproveOfARunThatTheyStartedOrRetried() {
        try (InMemory engine = InMemory.with(lab.services())) {
            String run = "separate";
            Spec spec = new Separate().toSpec();
            engine.start(RunOrder.of(spec, IntNode.valueOf(1), run).by("alice", "command"));
            engine.until(run, RetryTest::waits);
            engine.runs.answer(run, yes("bob"));
            cancel(engine, run);
            retryAndWait(engine, run, "bob");
            assertThatThrownBy(() -> engine.runs.answer(run, yes("alice")))
                    .hasStackTraceContaining("somebody else has to answer");
            cancel(engine, run);
            retryAndWait(engine, run, "carol");
            for (String person : List.of("alice", "bob", "carol")) {
                assertThatThrownBy(() -> engine.runs.answer(run, yes(person)))
                        .hasStackTraceContaining("somebody else has to answer");
            }
            assertThat(engine.runs.answer(run, yes("dora"))).contains("1 of 2");
            assertThat(engine.runs.answer(run, yes("eve"))).contains("approved");
            succeeded(engine.runs.result(run), 1);
        }
    }

    private static Answer yes(String by) {
        return new Answer("approval-owners", by, true, Optional.empty());
    }

    private static void cancel(InMemory engine, String run) {
        engine.runs.cancel(run, "later");
        assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Failed.class);
    }

    private void retryAndWait(InMemory engine, String run, String by) {
        engine.start(retries(engine).plan(run, Change.nothing(by)).order());
        engine.until(run, RetryTest::waits);
    }

    private static boolean waits(RunStatus status) {
        return status.steps().stream().anyMatch(step -> step.state() == StepState.WAITING);
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        try (InMemory engine = InMemory.plain()) {
            assertThatThrownBy(() -> retries(engine).plan("nowhere", Change.nothing("ada")))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.problems().getFirst().code()).isEqualTo(Code.UNKNOWN_RUN));
        }
    }
}
