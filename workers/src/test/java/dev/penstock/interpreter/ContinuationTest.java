package dev.penstock.interpreter;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.flow.Approved;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ContinuationTest {

    private static final Limits SHORT = Limits.usual().mostEvents(60);

    interface Counter {
        int next(int n);
    }

    /** Many calls in a row, a loop, a map, a pause: far more than sixty events. */
    static final class Lengthy implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> value = in;
            for (int i = 0; i < 30; i++) {
                value = flow.call(Counter::next, named("next-" + i)).with(value);
            }
            Value<Integer> looped = flow.repeat(
                    value, n -> flow.call(Counter::next, named("in-loop")).with(n), n -> n.is(atLeast(60)), 100);
            Value<Integer> rested = flow.pause(Duration.ofDays(3)).of(looped);
            Value<List<Integer>> all = flow.map(
                    flow.apply(Functions::upTo).to(rested),
                    n -> flow.call(Counter::next, named("in-map")).with(n),
                    atMost(7));
            return flow.apply(Functions::sum).to(all);
        }
    }

    @Test
    void doesNothingTwiceWhenItGoesOnInANewHistory() {
        AtomicInteger calls = new AtomicInteger();
        Services services = Services.none().with(Counter.class, n -> {
            calls.incrementAndGet();
            return n + 1;
        });
        try (InMemory engine = InMemory.with(services)) {
            String run = engine.start(new Lengthy(), 0, SHORT);
            assertThat(engine.runs.result(run))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(60 * 61 / 2));
            assertThat(calls).hasValue(60 + 60);
            assertThat(engine.events(run)).isLessThan(150);
            assertThat(engine.runs.status(run).steps())
                    .anyMatch(step -> step.path().equals("next-0"));
        }
    }

    record Page(String text, int passes) {}

    interface Printer {
        Page print(Page page);
    }

    /** So much done that what is inside steps that have ended is forgotten, and then a loop with a big state. */
    static final class Forgetful implements Pipeline<Page, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Page> in) {
            Value<Integer> value = in.get(Page::passes);
            for (int i = 0; i < 505; i++) {
                value = flow.apply(Functions::increment, named("increment-" + i))
                        .to(value);
            }
            Value<Page> first = flow.apply(Forgetful::first).to(value, in);
            Value<Page> last = flow.repeat(
                    first,
                    page -> flow.call(Printer::print).with(page),
                    page -> page.get(Page::passes).is(atLeast(40)),
                    100);
            return last.get(Page::passes);
        }

        static Page first(int done, Page page) {
            return new Page("x".repeat(20_000), page.passes());
        }
    }

    @Test
    void doesNoPassTwiceWhoseStateLiesInTheStore() {
        AtomicInteger calls = new AtomicInteger();
        Services services = Services.none().with(Printer.class, page -> {
            calls.incrementAndGet();
            return new Page(page.text(), page.passes() + 1);
        });
        try (InMemory engine = InMemory.with(services)) {
            assertThat(engine.run(new Forgetful(), new Page("", 0), SHORT)).isInstanceOf(RunEnd.Succeeded.class);
        }
        assertThat(calls).hasValue(40);
    }

    /** Waits for people while others work. */
    static final class Gated implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Approved<Integer>> approved =
                    flow.approval("owners", within(Duration.ofDays(2))).of(in);
            Value<Integer> value = in;
            for (int i = 0; i < 30; i++) {
                value = flow.call(Counter::next, named("next-" + i)).with(value);
            }
            return flow.apply(Gated::add).to(approved.get(Approved::value), value);
        }

        static int add(int a, int b) {
            return a + b;
        }
    }

    @Test
    void carriesAWaitAlongWithItsDeadline() {
        List<Integer> seen = new ArrayList<>();
        Services services = Services.none().with(Counter.class, n -> {
            seen.add(n);
            return n + 1;
        });
        try (InMemory engine = InMemory.with(services)) {
            assertThat(engine.run(new Gated(), 0, SHORT))
                    .isInstanceOfSatisfying(
                            RunEnd.Failed.class,
                            end -> assertThat(end.message()).contains("Nobody approved of it within 2d", "owners"));
            assertThat(seen).hasSize(30);
        }
    }
}
