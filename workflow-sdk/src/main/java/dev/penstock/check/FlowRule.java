package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.Scalar;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a step reads is there and of the type that the step needs. */
final class FlowRule {

    // What the engine makes itself; the language has records of these names.
    private static final DataType FAILURE = new Named("dev.penstock.flow.Failure");
    private static final DataType ENDING = new Named("dev.penstock.flow.Ending");

    private final PipelineSpec pipeline;
    private final Types types;
    private final Problems problems;

    FlowRule(PipelineSpec pipeline, Types types, Problems problems) {
        this.pipeline = pipeline;
        this.types = types;
        this.problems = problems;
    }

    void check() {
        Surroundings main = Surroundings.of(pipeline.input(), Optional.empty());
        steps(pipeline.graph(), main);
        Typing typing = new Typing(types, problems, main, pipeline.at());
        pipeline.graph()
                .result()
                .ifPresentOrElse(
                        result ->
                                typing.need(result, pipeline.output(), "What \"%s\" yields".formatted(pipeline.name())),
                        () -> yields(pipeline.name(), pipeline.output(), Scalar.NOTHING, pipeline.at()));
        pipeline.onFailure().ifPresent(graph -> steps(graph, Surroundings.of(pipeline.input(), Optional.of(FAILURE))));
        pipeline.lastly().ifPresent(graph -> steps(graph, Surroundings.of(pipeline.input(), Optional.of(ENDING))));
    }

    private void steps(Graph graph, Surroundings around) {
        graph.nodes().forEach(node -> around.add(node.name(), node.output()));
        graph.nodes().forEach(node -> step(node, around));
    }

    private void step(Node node, Surroundings around) {
        Typing typing = new Typing(types, problems, around, node.at());
        node.after().forEach(step -> typing.of(new Expression.Output(step)));
        switch (node) {
            case Node.RunContainer run -> inputs(run.inputs(), typing);
            case Node.RunWorkflow run -> inputs(run.inputs(), typing);
            case Node.RunResource run -> inputs(run.resource().holes(), typing);
            case Node.Apply apply -> apply.inputs().forEach(input -> input(input, "An input", typing));
            case Node.Call call -> call.inputs().forEach(input -> input(input, "An input", typing));
            case Node.RunPipeline run -> inside(run, typing);
            case Node.ForEach each -> forEach(each, around, typing);
            case Node.When when -> when(when, around, typing);
            case Node.Repeat repeat -> repeat(repeat, around, typing);
            case Node.Provided provided -> {
                predicates(node, typing).check(provided.condition());
                typing.need(provided.value(), node.output(), "The value");
            }
            case Node.Pause pause -> typing.need(pause.value(), node.output(), "The value");
            case Node.Approval approval ->
                typing.of(approval.value())
                        .ifPresent(type ->
                                outputIs(node, new Named("dev.penstock.flow.Approved<%s>".formatted(type.text()))));
        }
    }

    private static void inputs(Map<String, Input> inputs, Typing typing) {
        inputs.forEach((name, input) -> input(input, "The input \"" + name + "\"", typing));
    }

    private static void input(Input input, String what, Typing typing) {
        typing.need(input.from(), input.type(), what);
    }

    private void inside(Node.RunPipeline run, Typing typing) {
        typing.need(
                run.input().from(),
                run.pipeline().input(),
                "The input of \"%s\"".formatted(run.pipeline().name()));
        outputIs(run, run.pipeline().output());
    }

    private void forEach(Node.ForEach each, Surroundings around, Typing typing) {
        input(each.items(), "What is mapped over", typing);
        DataType element = each.items().type() instanceof ListOf list ? list.element() : Scalar.NOTHING;
        if (!(each.items().type() instanceof ListOf)) {
            typing.need(each.items().from(), new ListOf(Scalar.NOTHING), "What is mapped over");
        }
        Surroundings inside = around.withItem(each.name(), element);
        steps(each.body(), inside);
        DataType yielded = each.output() instanceof ListOf list ? list.element() : Scalar.NOTHING;
        result(each, each.body(), inside, yielded);
    }

    private void when(Node.When when, Surroundings around, Typing typing) {
        predicates(when, typing).check(when.condition());
        for (Graph branch : List.of(when.then(), when.otherwise())) {
            Surroundings inside = around.inside();
            steps(branch, inside);
            result(when, branch, inside, when.output());
        }
    }

    private void repeat(Node.Repeat repeat, Surroundings around, Typing typing) {
        typing.need(repeat.initial(), repeat.output(), "The first state");
        Surroundings inside = around.withState(repeat.name(), repeat.output());
        steps(repeat.body(), inside);
        result(repeat, repeat.body(), inside, repeat.output());
        Surroundings condition = around.withState(repeat.name(), repeat.output());
        predicates(repeat, new Typing(types, problems, condition, repeat.at())).check(repeat.until());
    }

    private void result(Node node, Graph body, Surroundings inside, DataType needed) {
        Typing typing = new Typing(types, problems, inside, node.at());
        body.result()
                .ifPresentOrElse(
                        result -> typing.need(result, needed, "What the body of \"%s\" yields".formatted(node.name())),
                        () -> outputIs(node, Scalar.NOTHING));
    }

    private PredicateRule predicates(Node node, Typing typing) {
        return new PredicateRule(typing, types, problems, node.at());
    }

    private void outputIs(Node node, DataType expected) {
        yields(node.name(), node.output(), expected, node.at());
    }

    private void yields(String name, DataType said, DataType expected, Site at) {
        if (!said.equals(expected)) {
            problems.add(
                    Code.TYPE_MISMATCH,
                    at.toString(),
                    "\"%s\" is said to yield %s, but yields %s."
                            .formatted(name, said.shortText(), expected.shortText()),
                    "Write the spec anew from its pipeline.");
        }
    }
}
