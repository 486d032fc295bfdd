package dev.penstock.interpreter;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.retry;

import dev.penstock.flow.Approved;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.interpreter.Lab.Bench;
import dev.penstock.option.PipelineSettings;
import java.time.Duration;
import java.util.List;

/** Pipelines that work in the lab. */
final class LabPipelines {

    private LabPipelines() {}

    /** One after the other. */
    static final class Chain implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> first = flow.call(Bench::first).with(in);
            Value<Integer> second = flow.call(Bench::second).with(first);
            return flow.call(Bench::third).with(second);
        }
    }

    /** A new version of it. */
    static final class NewChain implements Pipeline<Integer, Integer> {
        @Override
        public String name() {
            return "chain";
        }

        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> first = flow.call(Bench::first).with(in);
            Value<Integer> second = flow.call(Bench::other, named("second")).with(first);
            return flow.call(Bench::third).with(second);
        }
    }

    /** For every number. */
    static final class Many implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<List<Integer>> all = flow.apply(Functions::upTo).to(in);
            Value<List<Integer>> done = flow.map(all, n -> {
                Value<Integer> first = flow.call(Bench::first).with(n);
                return flow.call(Bench::second).with(first);
            });
            return flow.apply(Functions::count).to(done);
        }
    }

    /** Again and again. */
    static final class Loop implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.repeat(
                    in,
                    n -> {
                        Value<Integer> first = flow.call(Bench::first).with(n);
                        return flow.call(Bench::second).with(first);
                    },
                    n -> n.is(atLeast(50)),
                    10);
        }
    }

    /** Another pipeline inside. */
    static final class Outer implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> chained = flow.run(new Chain().with(in), named("inner"));
            return flow.apply(Functions::increment).to(chained);
        }
    }

    /** A pipeline that takes no longer than a moment, with another inside. */
    static final class Hasty implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.run(new Chain().with(in), named("inner"));
        }

        @Override
        public PipelineSettings settings() {
            return PipelineSettings.none().timeout(Duration.ofSeconds(1));
        }
    }

    /** Another pipeline inside, twice if need be. */
    static final class Stubborn implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            return flow.run(new Each().with(in), named("inner"), retry(2));
        }
    }

    /** A few, and a word at the end. */
    static final class Each implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            flow.lastly(ending -> {
                ending.get(Ending::result);
                flow.call(Bench::third, named("tell")).with(Value.of(7));
            });
            Value<List<Integer>> all = flow.map(in, n -> flow.call(Bench::first).with(n));
            return flow.apply(Functions::sum).to(all);
        }
    }

    /** Asks two people. */
    static final class Asked implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> first = flow.call(Bench::first).with(in);
            Value<Approved<Integer>> approved =
                    flow.approval("owners", quorum(2)).of(first);
            return flow.call(Bench::second).with(approved.get(Approved::value));
        }
    }
}
