package dev.penstock.benchmarks.engine;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Steps that do not know of each other, and one more that reads them all. */
record FanPipeline(Work work, int steps) implements Pipeline<Integer, Integer> {

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        List<Value<Integer>> each = IntStream.range(0, steps)
                .mapToObj(i -> work.next(flow, in, "s" + i))
                .toList();
        return work.total(flow, joined(each));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Value<List<Integer>> joined(List<Value<Integer>> each) {
        return Value.list((Value<Integer>[]) each.toArray(new Value[0]));
    }
}
