package dev.penstock.interpreter;

import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.flow.Check.notEmpty;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import dev.penstock.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BigValuesTest {

    record Page(String text, int words, List<String> lines) {}

    static Page page(int size) {
        return new Page("x".repeat(size), size, List.of("first", "second", "y".repeat(size)));
    }

    static int lengths(List<Page> pages) {
        return pages.stream().mapToInt(page -> page.text().length()).sum();
    }

    static int total(List<String> texts) {
        return texts.stream().mapToInt(String::length).sum();
    }

    /** Looks into values that are too big to travel. */
    static final class Looking implements Pipeline<Integer, String> {
        @Override
        public Value<String> define(Flow flow, Value<Integer> in) {
            Value<Page> page = flow.apply(BigValuesTest::page).to(in);
            Value<Integer> sum = flow.apply(BigValuesTest::lengths).to(Value.list(page, page));
            Value<Integer> lines = flow.apply(BigValuesTest::total)
                    .to(flow.map(page.get(Page::lines), line -> Value.text("{}!", line)));
            Value<Page> passed = page.provided(page.get(Page::words).is(moreThan(10)), "too short");
            return flow.when(
                            passed.get(Page::lines).is(notEmpty()),
                            () -> Value.text("{} {} {}", passed.get(Page::words), sum, lines))
                    .otherwise(() -> passed.get(Page::text));
        }
    }

    @Test
    void looksIntoValuesThatLieInTheStore() {
        try (InMemory engine = InMemory.plain()) {
            int size = 3_000_000;
            assertThat(engine.run(new Looking(), size))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().textValue())
                                    .isEqualTo("%s %s %s".formatted(size, 2 * size, size + 14)));
        }
    }

    /** Yields something big. */
    static final class Yielding implements Pipeline<String, List<String>> {
        @Override
        public Value<List<String>> define(Flow flow, Value<String> in) {
            return Value.list(in, in);
        }
    }

    @Test
    void takesAndYieldsWhatIsFarTooBigForAMessage() {
        try (InMemory engine = InMemory.plain()) {
            String big = "z".repeat(6_000_000);
            assertThat(engine.run(new Yielding(), big))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().get(1).textValue())
                                    .isEqualTo(big));
        }
    }

    /** Many values that just travel, all at once. */
    static final class Wide implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            List<Value<String>> called = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Value<String> text =
                        flow.apply(Functions::text, named("text-" + i)).to(in);
                called.add(flow.call(Echo::say, named("say-" + i)).with(text));
            }
            return flow.apply(BigValuesTest::total).to(list(called));
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Value<List<String>> list(List<Value<String>> values) {
            return Value.list(values.toArray(new Value[0]));
        }
    }

    interface Echo {
        String say(String text);
    }

    @Test
    void neverSaysMoreAtOnceThanFitsIntoAMessage() {
        try (InMemory engine = InMemory.with(Services.none().with(Echo.class, text -> text))) {
            assertThat(engine.run(new Wide(), 15_000))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(400 * 15_000));
        }
    }

    /** Pipelines that are given as much as just travels, beside calls that are. */
    static final class Giving implements Pipeline<String, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<String> in) {
            List<Value<String>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(flow.call(Echo::say, named("say-" + i)).with(in));
                all.add(flow.run(new Taking().with(in), named("take-" + i)));
            }
            return flow.apply(BigValuesTest::total).to(Wide.list(all));
        }
    }

    /** Takes it, and is done. */
    static final class Taking implements Pipeline<String, String> {
        @Override
        public Value<String> define(Flow flow, Value<String> in) {
            return Value.of("taken");
        }
    }

    @Test
    void countsWhatPipelinesInsideAreGiven() {
        try (InMemory engine = InMemory.with(Services.none().with(Echo.class, text -> "said"))) {
            String run = engine.start(new Giving(), "x".repeat(15_000), Limits.usual());
            assertThat(engine.runs.result(run)).isInstanceOf(RunEnd.Succeeded.class);
            assertThat(engine.mostSaid(run)).isLessThan(2_700_000);
        }
    }

    /** A graph whose spec is far over the threshold. */
    static final class Huge implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> value = in;
            for (int i = 0; i < 1_500; i++) {
                value = flow.apply(Functions::increment, named("increment-" + i))
                        .to(value);
            }
            return value;
        }
    }

    @Test
    void runsASpecThatIsTooBigToTravel() {
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new Huge(), 0))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(1_500));
        }
    }

    /** What looks like a reference of ours is a value all the same. */
    static final class Echoing implements Pipeline<Map<String, String>, Map<String, String>> {
        @Override
        public Value<Map<String, String>> define(Flow flow, Value<Map<String, String>> in) {
            return flow.apply(BigValuesTest::same).to(in);
        }
    }

    static Map<String, String> same(Map<String, String> map) {
        return map;
    }

    @Test
    void takesNoValueForAReference() {
        Map<String, String> odd = new TreeMap<>(Map.of("@stored", "sha256:" + "0".repeat(64), "bytes", "3"));
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new Echoing(), odd))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().get("bytes").textValue())
                                    .isEqualTo("3"));
        }
    }

    /** Something big, and enough after it for a new history. */
    static final class Lasting implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<String> big = flow.apply(Functions::text).to(in);
            Value<Integer> value = in;
            for (int i = 0; i < 40; i++) {
                value = flow.call(Counter::next, named("next-" + i)).with(value);
            }
            return flow.apply(BigValuesTest::lengthFrom).to(big, value);
        }
    }

    interface Counter {
        int next(int n);
    }

    static int lengthFrom(String text, int n) {
        return text.length() - n;
    }

    @Test
    void storesABigValueOnceWhereverTheRunGoesOn() {
        StoredSizes store = new StoredSizes();
        Services services = Services.none().with(Counter.class, n -> n - 1);
        Limits small = Limits.usual().mostEvents(60).mostInline(1_000);
        try (InMemory engine = new InMemory(services, new Values(store), settings -> settings)) {
            assertThat(engine.run(new Lasting(), 100_000, small))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(40));
        }
        assertThat(store.atLeast(100_000)).hasSize(1);
    }

    /** Many who read something big, and something that is just too big for all of them. */
    static final class Reading implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<String> big = flow.apply(Functions::text).to(in);
            Value<String> little = flow.apply(Functions::text, named("little")).to(Value.of(4_000));
            Value<List<Integer>> lengths = flow.map(
                    flow.apply(Functions::upTo).to(Value.of(600)),
                    n -> flow.apply(BigValuesTest::bothLengths).to(big, little, n));
            return flow.apply(Functions::count).to(lengths);
        }
    }

    static int bothLengths(String text, String other, int n) {
        return text.length() + other.length() - n;
    }

    @Test
    void storesABigValueOnceForAllWhoReadIt() {
        StoredSizes store = new StoredSizes();
        try (InMemory engine = new InMemory(Services.none(), new Values(store), settings -> settings)) {
            assertThat(engine.run(new Reading(), 100_000))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(600));
        }
        assertThat(store.atLeast(100_000)).hasSize(1);
    }
}
