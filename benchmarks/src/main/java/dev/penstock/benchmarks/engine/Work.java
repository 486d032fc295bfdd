package dev.penstock.benchmarks.engine;

import static dev.penstock.option.StepOption.named;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Value;
import java.util.List;

/** Which kind of step does the work of a measured pipeline. */
enum Work {
    APPLY {
        @Override
        Value<Integer> next(Flow flow, Value<Integer> in, String name) {
            return flow.apply(Numbers::increment, named(name)).to(in);
        }

        @Override
        Value<Integer> total(Flow flow, Value<List<Integer>> all) {
            return flow.apply(Numbers::sum).to(all);
        }
    },
    CALL {
        @Override
        Value<Integer> next(Flow flow, Value<Integer> in, String name) {
            return flow.call(Numbers::next, named(name)).with(in);
        }

        @Override
        Value<Integer> total(Flow flow, Value<List<Integer>> all) {
            return flow.call(Numbers::total).with(all);
        }
    };

    abstract Value<Integer> next(Flow flow, Value<Integer> in, String name);

    abstract Value<Integer> total(Flow flow, Value<List<Integer>> all);
}
