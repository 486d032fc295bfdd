package dev.penstock.benchmarks.engine;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;

/** Each step reads what the one before yields. */
record ChainPipeline(Work work, int steps) implements Pipeline<Integer, Integer> {

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        Value<Integer> last = in;
        for (int i = 0; i < steps; i++) {
            last = work.next(flow, last, "s" + i);
        }
        return last;
    }
}
