package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StopInsideTest {

    private final AtomicInteger calls = new AtomicInteger();

    interface Paced {
        int failing(int n);

        int next(int n);
    }

    /** Fails while a pipeline inside has long gone on in a new history. */
    static final class Outer implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> inside = flow.run(new Long().with(in), named("inside"));
            Value<Integer> fails = flow.call(Paced::failing).with(in);
            return flow.apply(Functions::sum).to(Value.list(inside, fails));
        }
    }

    /** Two hundred calls in a row. */
    static final class Long implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
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
