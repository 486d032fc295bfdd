package dev.penstock.benchmarks.engine;

import static dev.penstock.flow.Check.lessThan;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.option.StepOption.named;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.option.StepOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A graph of steps of all kinds, the same for the same seed; steps in bodies count. */
record MixedPipeline(long seed, int steps) implements Pipeline<Integer, Integer> {

    /** How far back a step may look for its inputs: half the steps at most know nothing of each other. */
    private static final int REACH = 60;

    private static final int MIDDLE = 500_000;

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        return new Growing(flow, in, new Random(seed)).grow(steps);
    }

    /** A sub-pipeline. */
    record Part() implements Pipeline<Integer, Integer> {

        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> committed = flow.call(Effects::commit).with(in);
            return flow.apply(MixedSteps::mixed).to(committed, in);
        }
    }

    /** The graph so far; what nobody has read yet is read at the end. */
    private static final class Growing {

        private final Flow flow;
        private final Random random;
        private final List<Value<Integer>> values = new ArrayList<>();
        private final List<Value<Integer>> unread = new ArrayList<>();
        private int count;

        Growing(Flow flow, Value<Integer> in, Random random) {
            this.flow = flow;
            this.random = random;
            values.add(in);
        }

        Value<Integer> grow(int steps) {
            boolean manyItems = false;
            while (count < steps - 1) {
                boolean half = !manyItems && count > steps / 2;
                manyItems |= half;
                Value<Integer> made = half ? mapOfMany() : step(random.nextInt(100));
                values.add(made);
                unread.add(made);
            }
            return flow.apply(MixedSteps::all, named("end")).to(joined(unread));
        }

        private Value<Integer> step(int dice) {
            if (dice < 58) {
                return flow.apply(MixedSteps::mixed, name("mix")).to(any(), any());
            }
            if (dice < 84) {
                return flow.call(Effects::commit, name("commit")).with(any());
            }
            if (dice < 88) {
                return map();
            }
            if (dice < 92) {
                return choice();
            }
            if (dice < 95) {
                return flow.repeat(
                        any(),
                        state -> flow.apply(MixedSteps::next, name("again")).to(state),
                        state -> state.is(lessThan(MIDDLE)),
                        4,
                        name("loop"));
            }
            if (dice < 98) {
                return flow.pause(Duration.ofMillis(1 + random.nextInt(20)), name("pause"))
                        .of(any());
            }
            return flow.run(new Part().with(any()), name("part"));
        }

        private Value<Integer> map() {
            Value<List<Integer>> items =
                    flow.apply(MixedSteps::few, name("few")).to(any());
            boolean calls = random.nextBoolean();
            Value<List<Integer>> results = flow.map(
                    items,
                    item -> calls
                            ? flow.call(Effects::commit, name("commit")).with(item)
                            : flow.apply(MixedSteps::next, name("next")).to(item),
                    name("map"));
            return flow.apply(MixedSteps::all, name("all")).to(results);
        }

        /** Enough for child workflows. */
        private Value<Integer> mapOfMany() {
            Value<List<Integer>> items =
                    flow.apply(MixedSteps::many, name("many")).to(any());
            Value<List<Integer>> results = flow.map(
                    items, item -> flow.call(Effects::commit, name("commit")).with(item), name("map"));
            return flow.apply(MixedSteps::all, name("all")).to(results);
        }

        private Value<Integer> choice() {
            Value<Integer> asked = any();
            return flow.when(
                            asked.is(moreThan(MIDDLE)),
                            () -> flow.call(Effects::commit, name("commit")).with(asked),
                            name("when"))
                    .otherwise(() -> flow.apply(MixedSteps::next, name("next")).to(asked));
        }

        private Value<Integer> any() {
            int from = Math.max(0, values.size() - REACH);
            Value<Integer> found = values.get(from + random.nextInt(values.size() - from));
            unread.remove(found);
            return found;
        }

        private StepOption name(String kind) {
            return named(kind + "-" + count++);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Value<List<Integer>> joined(List<Value<Integer>> each) {
            return Value.list((Value<Integer>[]) each.toArray(new Value[0]));
        }
    }
}
