package dev.penstock.interpreter;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.engine.Answer;
import dev.penstock.engine.Limits;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Approved;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Failure;
import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.option.PipelineSettings;
import dev.penstock.runs.RunEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class EndingTest {

    interface Chat {
        void post(String text);
    }

    interface Slow {
        int work(int n);
    }

    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    private final Services services = Services.none()
            .with(Chat.class, posts::add)
            .with(Slow.class, n -> {
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
                return n;
            });

    /** Tells how it ended. */
    static final class Told {
        static void handlers(Flow flow) {
            flow.onFailure(failure -> flow.tell(Chat::post, named("tell-failure"))
                    .with(Value.text("failed in {}", failure.get(Failure::step))));
            flow.lastly(ending ->
                    flow.tell(Chat::post, named("tell-end")).with(Value.text("ended {}", ending.get(Ending::result))));
        }
    }

    /** Fails at once, while something else goes on. */
    static final class Failing implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Told.handlers(flow);
            Value<Integer> slow = flow.call(Slow::work).with(in);
            Value<Integer> after = flow.apply(Functions::increment).to(slow);
            Value<Integer> odd = flow.apply(Functions::odd).to(in);
            Value<Approved<Integer>> approved = flow.approval("owners").of(in);
            return flow.apply(Functions::sum).to(Value.list(after, odd, approved.get(Approved::value)));
        }
    }

    @Test
    void letsWhatIsAtWorkEndAfterAFailureAndBeginsNothingMore() {
        try (InMemory engine = InMemory.with(services)) {
            String run = engine.start(new Failing(), 2, Limits.usual());
            engine.until(
                    run,
                    status -> status.steps().stream()
                            .anyMatch(step -> step.path().equals("odd") && step.state() == StepState.FAILED));
            mayEnd.countDown();
            assertThat(engine.runs.result(run)).isInstanceOfSatisfying(RunEnd.Failed.class, end -> {
                assertThat(end.message()).contains("\"odd\"", "2 is even");
                assertThat(end.report().orElseThrow().carried()).isPresent();
            });
            assertThat(posts).containsExactly("failed in odd", "ended FAILED");
            assertThat(engine.state(run, "work")).isEqualTo(StepState.SUCCEEDED);
            assertThat(engine.state(run, "approval-owners")).isEqualTo(StepState.SKIPPED);
            assertThat(engine.runs.status(run).steps())
                    .noneMatch(step -> step.path().equals("increment"));
        }
    }

    @Test
    void runsOnlyTheLastHandlerWhenItIsCancelled() throws InterruptedException {
        try (InMemory engine = new InMemory(services, settings -> settings)) {
            String run = engine.start(new Failing(), 1, Limits.usual().heartbeat(Duration.ofSeconds(1)));
            begun.await();
            engine.runs.cancel(run, "no longer wanted");
            assertThat(engine.runs.result(run))
                    .isInstanceOfSatisfying(
                            RunEnd.Failed.class, end -> assertThat(end.kind()).isEqualTo(FaultKind.CANCELLED));
            assertThat(posts).containsExactly("ended CANCELLED");
        }
    }

    /** Takes too long. */
    static final class Endless implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Told.handlers(flow);
            return flow.pause(Duration.ofDays(400)).of(in);
        }

        @Override
        public PipelineSettings settings() {
            return PipelineSettings.none().timeout(Duration.ofDays(2));
        }
    }

    @Test
    void endsARunThatTakesTooLong() {
        try (InMemory engine = InMemory.with(services)) {
            assertThat(engine.run(new Endless(), 1)).isInstanceOfSatisfying(RunEnd.Failed.class, end -> {
                assertThat(end.report().orElseThrow().failure().kind()).isEqualTo(FaultKind.TIMEOUT);
                assertThat(end.message()).contains("longer than 2d");
            });
            assertThat(posts).containsExactly("failed in pause-400d", "ended FAILED");
        }
    }

    /** Its loop takes too long. */
    static final class SlowLoop implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.repeat(
                    in,
                    n -> flow.pause(Duration.ofHours(5))
                            .of(flow.apply(Functions::increment).to(n)),
                    n -> n.is(atLeast(100)),
                    200,
                    timeout(Duration.ofDays(1)),
                    named("slow-loop"));
        }
    }

    @Test
    void endsAStepWithABodyThatTakesTooLong() {
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new SlowLoop(), 1)).isInstanceOfSatisfying(RunEnd.Failed.class, end -> {
                assertThat(end.report().orElseThrow().failure().kind()).isEqualTo(FaultKind.TIMEOUT);
                assertThat(end.message()).contains("\"slow-loop\"", "longer than 1d");
            });
        }
    }

    /** Its map takes too long, and has a history for a few items only. */
    static final class SlowMap implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            return flow.apply(Functions::count)
                    .to(flow.map(
                            in,
                            n -> flow.pause(Duration.ofHours(5))
                                    .of(flow.call(Once::first).with(n)),
                            atMost(1),
                            timeout(Duration.ofDays(2)),
                            named("slow-map")));
        }
    }

    @Test
    void goesOnCountingTheTimeOfAMapInANewHistory() {
        Services quick = Services.none().with(Once.class, new Once() {
            @Override
            public int first(int n) {
                return n;
            }

            @Override
            public int second(int n) {
                return n;
            }
        });
        try (InMemory engine = InMemory.with(quick)) {
            RunEnd end = engine.run(
                    new SlowMap(),
                    List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
                    Limits.usual().mostEvents(60));
            assertThat(end)
                    .isInstanceOfSatisfying(
                            RunEnd.Failed.class,
                            failed -> assertThat(failed.message()).contains("\"slow-map\"", "longer than 2d"));
        }
    }

    /** Needs two people, neither of them its author. */
    static final class Gated implements Pipeline<Integer, List<String>> {
        @Override
        public Value<List<String>> define(Flow flow, Value<Integer> in) {
            return flow.approval("owners", quorum(2), notTheAuthor()).of(in).get(Approved::by);
        }
    }

    @Test
    void takesTheAnswersOfThosePeopleOnly() {
        try (InMemory engine = InMemory.plain()) {
            String run = engine.start(new Gated(), 1, Limits.usual());
            engine.until(run, status -> status.steps().stream().anyMatch(step -> step.state() == StepState.WAITING));
            assertThatThrownBy(() -> engine.runs.answer(run, yes("elsewhere", "ann")))
                    .hasStackTraceContaining("\"elsewhere\" does not wait for approval; these do: approval-owners.");
            assertThatThrownBy(() -> engine.runs.answer(run, yes("approval-owners", "unknown")))
                    .hasStackTraceContaining("somebody else has to answer");
            assertThat(engine.runs.answer(run, yes("approval-owners", "ann"))).contains("1 of 2");
            assertThatThrownBy(() -> engine.runs.answer(run, yes("approval-owners", "ann")))
                    .hasStackTraceContaining("has answered already");
            assertThat(engine.runs.answer(run, yes("approval-owners", "bob"))).contains("approved");
            assertThat(engine.runs.result(run))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().toString()).isEqualTo("[\"ann\",\"bob\"]"));
        }
    }

    private static Answer yes(String path, String by) {
        return new Answer(path, by, true, Optional.empty());
    }

    @Test
    void isRejectedWhenSomebodyRefuses() {
        try (InMemory engine = InMemory.plain()) {
            String run = engine.start(new Gated(), 1, Limits.usual());
            engine.until(run, status -> status.steps().stream().anyMatch(step -> step.state() == StepState.WAITING));
            engine.runs.answer(run, new Answer("approval-owners", "ann", false, Optional.of("too risky")));
            assertThat(engine.runs.result(run)).isInstanceOfSatisfying(RunEnd.Failed.class, end -> {
                assertThat(end.report().orElseThrow().failure().kind()).isEqualTo(FaultKind.REJECTED);
                assertThat(end.message()).contains("ann refused: too risky", "EndingTest.java:");
            });
        }
    }

    /** A pipeline as a step, tried three times. */
    static final class Outer implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.apply(Functions::increment)
                    .to(flow.run(new Inner().with(in), retry(3).every(Duration.ofMinutes(1))));
        }
    }

    /** Fails in its second step. */
    static final class Inner implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> once = flow.call(Once::first).with(in);
            return flow.call(Once::second).with(once);
        }
    }

    interface Once {
        int first(int n);

        int second(int n);
    }

    @Test
    void triesAPipelineAgainAndKeepsWhatItHasDone() {
        List<String> calls = new CopyOnWriteArrayList<>();
        Services flaky = Services.none().with(Once.class, new Once() {
            @Override
            public int first(int n) {
                calls.add("first");
                return n + 1;
            }

            @Override
            public int second(int n) {
                calls.add("second");
                if (calls.size() < 4) {
                    throw new IllegalStateException("not yet");
                }
                return n + 1;
            }
        });
        try (InMemory engine = InMemory.with(flaky)) {
            assertThat(engine.run(new Outer(), 1))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(4));
            assertThat(calls).containsExactly("first", "second", "second", "second");
        }
    }
}
