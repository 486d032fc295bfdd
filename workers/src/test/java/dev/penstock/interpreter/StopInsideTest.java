package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StopInsideTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    interface Paced {
        int failing(int n);

        int next(int n);

        void hear(String end);
    }

    /** Fails while a pipeline inside has long gone on in a new history. */
    static final class Outer implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> inside = flow.run(new Lengthy().with(in), named("inside"));
            Value<Integer> fails = flow.call(Paced::failing).with(in);
            return flow.apply(Functions::sum).to(Value.list(inside, fails));
        }
    }

    /** Two hundred calls in a row. */
    static final class Lengthy implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            flow.lastly(ending -> flow.tell(Paced::hear).with(Value.text("{}", ending.get(Ending::result))));
            Value<Integer> value = in;
            for (int i = 0; i < 200; i++) {
                value = flow.call(Paced::next, named("next-" + i)).with(value);
            }
            return value;
        }
    }

    @Test
    void stopsAPipelineInsideThatHasGoneOnInANewHistory() throws InterruptedException {
        CountDownLatch mayFail = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Services paced = Services.none().with(Paced.class, new Paced() {
            @Override
            public int failing(int n) {
                await(mayFail);
                throw new IllegalStateException("it fails");
            }

            @Override
            public int next(int n) {
                if (calls.incrementAndGet() == 40) {
                    mayFail.countDown();
                    await(mayGoOn);
                }
                return n + 1;
            }

            @Override
            public void hear(String end) {
                heard.add(end);
            }
        });
        try (InMemory engine = InMemory.with(paced)) {
            String run = engine.start(new Outer(), 1, Limits.usual().mostEvents(60));
            engine.until(
                    run,
                    status -> status.steps().stream()
                            .anyMatch(step -> step.path().equals("failing") && step.state() == StepState.FAILED));
            mayGoOn.countDown();
            assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Failed.class);
            assertThat(calls).hasValueLessThan(200);
            assertThat(heard).containsExactly("CANCELLED");
        }
    }

    /** A pipeline for each of two items. */
    static final class Each implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            return flow.apply(Functions::sum).to(flow.map(in, n -> flow.run(new Pair().with(n), named("inside"))));
        }
    }

    /** Fails for one, and has more to do for others. */
    static final class Pair implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> odd = flow.call(Paced::failing).with(in);
            return flow.call(Paced::next).with(odd);
        }
    }

    @Test
    void saysWhatFailedAndNotWhatWasStoppedThen() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Services paced = Services.none().with(Paced.class, new Paced() {
            @Override
            public int failing(int n) {
                if (n == 1) {
                    await(mayGoOn);
                    return n;
                }
                throw new IllegalStateException("it fails");
            }

            @Override
            public int next(int n) {
                return calls.incrementAndGet();
            }

            @Override
            public void hear(String end) {
                heard.add(end);
            }
        });
        try (InMemory engine = InMemory.with(paced)) {
            String run = engine.start(new Each(), List.of(1, 2), Limits.usual());
            engine.until(
                    run,
                    status -> status.steps().stream()
                            .anyMatch(step ->
                                    step.path().equals("map-input[1]/inside") && step.state() == StepState.FAILED));
            mayGoOn.countDown();
            assertThat(engine.runs.result(run))
                    .isInstanceOfSatisfying(
                            RunEnd.Failed.class,
                            end -> assertThat(end.message()).contains("it fails"));
            assertThat(calls).hasValue(0);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
