package dev.penstock.interpreter;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.tolerate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.engine.StepState;
import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a cancel has to reach. */
final class CancelTest {

    private static final Limits BEATING = Limits.usual().heartbeat(Duration.ofSeconds(1));

    interface Desk {
        int odd(int n);

        int deaf(int n);
    }

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    private final Services services = Services.none().with(Desk.class, new Desk() {
        @Override
        public int odd(int n) {
            int odd = Functions.odd(n);
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            return odd;
        }

        // Hears of the cancel, and ends well all the same.
        @Override
        public int deaf(int n) {
            if (calls.incrementAndGet() > 1) {
                return n + 1;
            }
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                return n + 1;
            }
            return n;
        }
    });

    private static void isCancelled(InMemory engine, String run) {
        engine.runs.cancel(run, "no longer wanted");
        assertThat(engine.runs.result(run))
                .isInstanceOfSatisfying(
                        RunEnd.Failed.class, end -> assertThat(end.kind()).isEqualTo(FaultKind.CANCELLED));
        assertThat(engine.runs.status(run).phase()).isEqualTo("cancelled");
    }

    /** Half of its items may fail. */
    static final class Tolerant implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            return flow.apply(Functions::count)
                    .to(flow.map(in, n -> flow.call(Desk::odd).with(n), atMost(2), tolerate(0.5), named("each")));
        }
    }

    @Test
    void cancelsAMapOfWhichAnItemHasFailed() throws InterruptedException {
        try (InMemory engine = InMemory.with(services)) {
            String run = engine.start(new Tolerant(), List.of(2, 1, 3, 5, 7, 9, 11, 13), BEATING);
            engine.until(
                    run,
                    status -> status.steps().stream()
                            .anyMatch(step -> step.path().equals("each[0]/odd") && step.state() == StepState.FAILED));
            begun.await();
            isCancelled(engine, run);
        }
    }

    /** A function after a call. */
    static final class Chain implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> called = flow.call(Desk::deaf).with(in);
            return flow.apply(Functions::increment).to(called);
        }
    }

    @Test
    void beginsNoFunctionAfterACancel() throws InterruptedException {
        try (InMemory engine = InMemory.with(services)) {
            String run = engine.start(new Chain(), 1, BEATING);
            begun.await();
            isCancelled(engine, run);
        }
    }

    /** Passes that end well although they are cancelled. */
    static final class Loop implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.repeat(
                    flow.call(Desk::deaf).with(in),
                    n -> flow.apply(Functions::increment).to(n),
                    n -> n.is(atLeast(50)),
                    100);
        }
    }

    @Test
    void beginsNoPassAfterACancel() throws InterruptedException {
        try (InMemory engine = InMemory.with(services)) {
            String run = engine.start(new Loop(), 1, BEATING);
            begun.await();
            isCancelled(engine, run);
        }
    }
}
