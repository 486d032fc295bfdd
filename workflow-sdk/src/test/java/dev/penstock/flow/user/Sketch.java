package dev.penstock.flow.user;

import dev.penstock.flow.Done;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Keep;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.option.StepOption;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.function.BiFunction;

/** A pipeline in a few lines. */
record Sketch(Steps steps) implements Pipeline<Params, Done> {

    /** What a sketch does. */
    interface Steps {
        void describe(Flow flow, Value<Params> in);
    }

    @Override
    public Value<Done> define(Flow flow, Value<Params> in) {
        steps.describe(flow, in);
        return Value.of(new Done());
    }

    static Spec spec(Steps steps) {
        return Spec.of(new Sketch(steps));
    }

    /** The step of that name in the outermost graph. */
    static Node node(String name, Steps steps) {
        return spec(steps).pipeline().graph().node(name).orElseThrow();
    }

    /** What a value becomes in the spec. */
    static Input input(BiFunction<Flow, Value<Params>, Value<?>> value) {
        Node.RunContainer kept = (Node.RunContainer) node("kept", (flow, in) -> keep(flow, value.apply(flow, in)));
        return kept.inputs().get("value");
    }

    /** Uses a value, so that what yields it does not dangle. */
    static <T> void keep(Flow flow, Value<T> value) {
        flow.run(new Keep<>(value), StepOption.named("kept"));
    }

    static List<Problem> problems(Steps steps) {
        return problemsOf(new Sketch(steps));
    }

    static List<Problem> problemsOf(Pipeline<?, ?> pipeline) {
        try {
            Spec.of(pipeline);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }

    /** The line of the test that asks. */
    static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst())
                .orElseThrow()
                .getLineNumber();
    }
}
