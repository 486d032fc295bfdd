package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.penstock.container.Container;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Keep;
import dev.penstock.flow.user.Vocabulary.Kept;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.option.StepOption;
import dev.penstock.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handles stand for values that do not exist yet; wherever that is forgotten, it is told. */
class HandlesTest {

    static Stream<BiConsumer<Flow, Value<Integer>>> insideTexts() {
        return Stream.of(
                (flow, depth) -> keep(flow, Value.of("depth " + depth)),
                (flow, depth) -> keep(flow, Value.of(new Kept("depth " + depth))),
                (flow, depth) -> keep(flow, Value.of(List.of(Map.of("key", "depth " + depth)))),
                (flow, depth) -> keep(flow, Value.text("depth " + depth)),
                (flow, depth) -> keep(flow, depth.provided(depth.is(atLeast(1)), "it is " + depth)),
                (flow, depth) -> keep(flow, flow.approval("team-" + depth).of(depth)),
                (flow, depth) -> flow.run(new Keep<>(depth), named("train-" + depth)),
                (flow, depth) -> flow.run(new Keep<>(depth), queue("team-" + depth)),
                (flow, depth) ->
                        flow.run(Steps.Described.as(() -> Container.image("x").command("--depth=" + depth), depth)),
                (flow, depth) ->
                        flow.run(Steps.Described.as(() -> Container.image("x").env("DEPTH", "" + depth), depth)),
                (flow, depth) -> flow.run(Steps.Described.as(() -> Container.image("train:" + depth), depth)));
    }

    @ParameterizedTest
    @MethodSource("insideTexts")
    void areNoticedInsideTexts(BiConsumer<Flow, Value<Integer>> steps) {
        assertThat(Sketch.problems((flow, in) -> steps.accept(flow, in.get(Params::depth))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("A handle is part of the text \"")
                        .contains("<a value>"));
    }

    static Stream<BiConsumer<Flow, Value<Integer>>> insideConstants() {
        return Stream.of(
                (flow, depth) -> keep(flow, Value.of(depth)),
                (flow, depth) -> keep(flow, Value.of(List.of(depth))),
                (flow, depth) -> keep(flow, Value.of(Optional.of(depth))),
                (flow, depth) -> flow.run(new Steps.HandlesInList(List.of(depth))),
                (flow, depth) -> flow.run(new Steps.HandleInOptional(Optional.of(depth))));
    }

    @ParameterizedTest
    @MethodSource("insideConstants")
    void areNoticedInsideConstants(BiConsumer<Flow, Value<Integer>> steps) {
        assertThat(Sketch.problems((flow, in) -> steps.accept(flow, in.get(Params::depth))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).matches("A handle is (wrapped as|inside) a constant.*"));
    }

    @Test
    void withoutATypeAreRefused() {
        assertThat(Sketch.problems((flow, in) -> flow.run(new Steps.RawHandle(in))))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("In this step, Value stands without its type arguments.");
    }

    @Test
    void fromAnEarlierDefinitionAreRefused() {
        AtomicReference<Value<Integer>> leaked = new AtomicReference<>();
        assertThat(Sketch.problems((flow, in) -> leaked.set(in.get(Params::depth))))
                .isEmpty();

        assertThat(Sketch.problems((flow, in) -> keep(flow, leaked.get())))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().text()).isEqualTo("other-pipeline");
                    assertThat(problem.message())
                            .isEqualTo("A value is used that was made when \"sketch\" was defined before.");
                });
    }

    @Test
    void andTheirFlowEndWithTheDefinition() {
        AtomicReference<Flow> flow = new AtomicReference<>();
        AtomicReference<Value<Integer>> depth = new AtomicReference<>();
        assertThat(Sketch.problems((ended, in) -> {
                    flow.set(ended);
                    depth.set(in.get(Params::depth));
                }))
                .isEmpty();

        assertThatIllegalStateException()
                .isThrownBy(() -> keep(flow.get(), depth.get()))
                .withMessage("the definition of \"sketch\" has ended; its flow and its handles are of no use any more");
        assertThatIllegalStateException()
                .isThrownBy(() -> depth.get().provided(depth.get().is(atLeast(1)), "why"));
        assertThat(Sketch.problems((other, in) -> keep(flow.get(), in.get(Params::depth))))
                .singleElement()
                .extracting(problem -> problem.code().text())
                .isEqualTo("definition-failed");
    }

    @Test
    void areTheOnlyThingsToWaitFor() {
        StepOption.Dependency other = new StepOption.Dependency() {};

        assertThat(Sketch.problems((flow, in) -> flow.run(new Keep<>(in), after(other))))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("after(…) names something that is no value.");
    }
}
