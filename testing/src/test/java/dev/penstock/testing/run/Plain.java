package dev.penstock.testing.run;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;

/** One function. */
final class Plain implements Pipeline<Integer, Integer> {

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        return flow.apply(Plain::next).to(in);
    }

    static int next(int n) {
        return n + 1;
    }
}
