package dev.penstock.interpreter;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.tolerate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StepKindsTest {

    /** A little of everything. */
    static final class Everything implements Pipeline<Integer, String> {
        @Override
        public Value<String> define(Flow flow, Value<Integer> in) {
            Value<Integer> next = flow.apply(Functions::increment).to(in);
            Value<Integer> looped =
                    flow.repeat(next, n -> flow.apply(Functions::twice).to(n), n -> n.is(atLeast(20)), 10);
            Value<List<Integer>> upTo = flow.apply(Functions::upTo).to(looped);
            Value<List<Integer>> squares =
                    flow.map(upTo, n -> flow.apply(Functions::square).to(n), atMost(3));
            Value<Integer> sum = flow.apply(Functions::sum).to(squares);
            Value<Integer> rested = flow.pause(Duration.ofDays(30)).of(sum);
            Value<String> words = flow.when(
                            rested.is(moreThan(5)),
                            () -> flow.call(Speaker::say).with(rested))
                    .otherwise(() -> Value.of("little"));
            return words.provided(rested.is(moreThan(1)), "too little");
        }
    }

    interface Speaker {
        String say(int number);
    }

    @Test
    void runsALittleOfEverything() {
        AtomicInteger calls = new AtomicInteger();
        Services services = Services.none().with(Speaker.class, n -> "said " + n + " " + calls.incrementAndGet());
        try (InMemory engine = InMemory.with(services)) {
            assertThat(engine.run(new Everything(), 2))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().textValue()).isEqualTo("said 4324 1"));
        }
    }

    /** A map of many. */
    static final class Many implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<List<Integer>> all = flow.apply(Functions::upTo).to(in);
            Value<List<Integer>> squares =
                    flow.map(all, n -> flow.apply(Functions::increment).to(n));
            return flow.apply(Functions::count).to(squares);
        }
    }

    @Test
    void spreadsAMapOfThousandsOverChildren() {
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new Many(), 5_000))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(5_000));
        }
    }

    /** Fails for some items. */
    static final class Flaky implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            Value<List<Integer>> all = flow.map(
                    in, n -> flow.apply(Functions::odd, retry(3), named("odd")).to(n), tolerate(0.5));
            return flow.apply(Functions::count).to(all);
        }
    }

    @Test
    void toleratesSomeFailures() {
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new Flaky(), List.of(1, 2, 3, 4)))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(2));
        }
    }

    @Test
    void namesStepAttemptLineAndCauseOfAFailure() {
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new Flaky(), List.of(2, 4, 6)))
                    .isInstanceOfSatisfying(
                            RunEnd.Failed.class,
                            end -> assertThat(end.message())
                                    .contains(
                                            "\"odd\"",
                                            "attempt 3",
                                            "StepKindsTest.java:",
                                            "is even",
                                            "penstock retry"));
        }
    }
}
