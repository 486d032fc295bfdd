package dev.penstock.benchmarks.engine;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.List;
import java.util.stream.IntStream;

/** One step for each number of a range, and one more that reads all results. */
record MapPipeline(Work work) implements Pipeline<Integer, Integer> {

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        Value<List<Integer>> items = flow.apply(MapPipeline::range).to(in);
        return work.total(flow, flow.map(items, item -> work.next(flow, item, "next")));
    }

    static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
