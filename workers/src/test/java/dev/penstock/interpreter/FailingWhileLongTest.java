package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.tolerate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailingWhileLongTest {

    interface Strict {
        int odd(int n);
    }

    private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());

    private final Services services = Services.none().with(Strict.class, n -> {
        calls.add(n);
        return Functions.odd(n);
    });

    /** Half of its items fail. */
    static final class Tolerant implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.apply(Functions::count)
                    .to(flow.map(
                            flow.apply(Functions::upTo).to(in),
                            n -> flow.call(Strict::odd).with(n),
                            atMost(5),
                            tolerate(0.5)));
        }
    }

    @Test
    void givesAnItemThatFailedNoSecondChanceInANewHistory() {
        try (InMemory engine = InMemory.with(services)) {
            assertThat(engine.run(new Tolerant(), 100, Limits.usual().mostEvents(60)))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(50));
            assertThat(calls).hasSize(100).doesNotHaveDuplicates();
        }
    }

    /** Fails in the middle of many steps. */
    static final class Breaking implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            List<Value<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Value<Integer> number = Value.of(i == 150 ? 0 : 2 * i + 1);
                all.add(flow.call(Strict::odd, named("odd-" + i)).with(number));
            }
            return flow.apply(Functions::sum).to(list(all));
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Value<List<Integer>> list(List<Value<Integer>> values) {
            return Value.list(values.toArray(new Value[0]));
        }
    }

    @Test
    void neitherHangsNorRepeatsAFailureWhenTheHistoryIsFull() {
        for (int most : List.of(200, 460, 700)) {
            calls.clear();
            try (InMemory engine = InMemory.with(services)) {
                assertThat(engine.run(new Breaking(), 0, Limits.usual().mostEvents(most)))
                        .isInstanceOfSatisfying(
                                RunEnd.Failed.class,
                                end -> assertThat(end.message()).contains("\"odd-150\""));
                assertThat(calls).doesNotHaveDuplicates();
            }
        }
    }
}
