package dev.penstock.benchmarks;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Steps that do not know of each other, and one more that reads them all. */
record Fan(Kind kind, int steps) implements Pipeline<Integer, Integer> {

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        List<Value<Integer>> each =
                IntStream.range(0, steps).mapToObj(i -> kind.step(flow, in, i)).toList();
        return flow.apply(Fan::total).to(joined(each));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Value<List<Integer>> joined(List<Value<Integer>> each) {
        return Value.list((Value<Integer>[]) each.toArray(new Value[0]));
    }

    static Integer total(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
