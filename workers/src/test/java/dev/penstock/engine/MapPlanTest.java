package dev.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MapPlanTest {

    interface Service {
        int ask(int n);
    }

    static int same(int n) {
        return n;
    }

    /** Applies a function. */
    static final class Applies implements Pipeline<List<Integer>, List<Integer>> {
        @Override
        public Value<List<Integer>> define(Flow flow, Value<List<Integer>> in) {
            return flow.map(in, n -> flow.apply(MapPlanTest::same).to(n));
        }
    }

    /** Calls a service. */
    static final class Calls implements Pipeline<List<Integer>, List<Integer>> {
        @Override
        public Value<List<Integer>> define(Flow flow, Value<List<Integer>> in) {
            return flow.map(in, n -> flow.call(Service::ask).with(n));
        }
    }

    private static Graph body(Pipeline<?, ?> pipeline) {
        return ((Node.ForEach) pipeline.toSpec().pipeline().graph().nodes().getFirst()).body();
    }

    private final Graph applies = body(new Applies());
    private final Graph calls = body(new Calls());

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "500, true", "501, false", "100000, false"})
    void keepsFewItemsInTheWorkflowOfTheMap(int items, boolean inline) {
        assertThat(MapPlan.of(items, applies, Integer.MAX_VALUE).isInline()).isEqualTo(inline);
        assertThat(MapPlan.of(items, calls, Integer.MAX_VALUE).isInline()).isEqualTo(inline);
    }

    @Test
    void givesLeavesTheSameSizeForAnyNumberOfItems() {
        int leaf = MapPlan.of(Integer.MAX_VALUE, calls, 7).leaf();
        for (int items : List.of(10_000, 100_000, 12_345_678)) {
            assertThat(MapPlan.of(items, calls, 7).leaf()).isEqualTo(leaf);
        }
    }

    @Test
    void neverHasMoreChildrenThanOneParentCanBear() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            int items = 501 + random.nextInt(Integer.MAX_VALUE - 501);
            MapPlan plan = MapPlan.of(items, random.nextBoolean() ? applies : calls, 1 + random.nextInt(1_000));
            long children = (items + plan.itemsOfChild() - 1) / plan.itemsOfChild();
            assertThat(children).as(plan.toString()).isBetween(1L, (long) MapPlan.MOST_CHILDREN);
        }
    }

    @Test
    void neverWorksOnMoreItemsAtOnceThanAsked() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            int atMost = 1 + random.nextInt(1_000);
            MapPlan plan = MapPlan.of(1 + random.nextInt(1_000_000), random.nextBoolean() ? applies : calls, atMost);
            assertThat(plan.leavesAtOnce() * plan.itemsAtOnce())
                    .as("%s at most: %s", atMost, plan)
                    .isBetween(1, atMost);
        }
    }
}
