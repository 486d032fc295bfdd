package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.runs.RunEnd;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {

    /** A map of many inside a map. */
    static final class Grid implements Pipeline<List<Integer>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Integer>> in) {
            Value<List<Integer>> sizes = flow.map(in, size -> {
                Value<List<Integer>> row = flow.map(
                        flow.apply(Functions::upTo).to(size),
                        n -> flow.apply(Functions::increment).to(n),
                        named("row"));
                return flow.apply(Functions::count).to(row);
            });
            return flow.apply(Functions::sum).to(sizes);
        }
    }

    @Test
    void spreadsSeveralMapsAtOnceOverChildren() {
        try (InMemory engine = InMemory.plain()) {
            assertThat(engine.run(new Grid(), List.of(600, 601)))
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            end -> assertThat(end.value().json().intValue()).isEqualTo(1_201));
        }
    }
}
