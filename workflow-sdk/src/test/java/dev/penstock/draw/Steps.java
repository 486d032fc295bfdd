package dev.penstock.draw;

import dev.penstock.container.Container;
import dev.penstock.option.PipelineSettings;
import dev.penstock.option.Setting;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import dev.penstock.type.Scalar;
import dev.penstock.type.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Short names for the records of a spec. */
final class Steps {

    static final Expression IN = new Expression.PipelineInput();

    private Steps() {}

    static Expression in(String component) {
        return new Expression.Get(IN, component);
    }

    static Expression out(String step, String... components) {
        Expression expression = new Expression.Output(step);
        for (String component : components) {
            expression = new Expression.Get(expression, component);
        }
        return expression;
    }

    static DataType type(String text) {
        return DataType.parse(text);
    }

    static Graph graph(Expression result, Node... nodes) {
        return new Graph(List.of(nodes), Optional.of(result));
    }

    static Graph handler(Node... nodes) {
        return new Graph(List.of(nodes), Optional.empty());
    }

    static Node.RunContainer container(
            String name, Container container, String output, Map<String, Expression> inputs, Setting... settings) {
        TreeMap<String, Input> sources = new TreeMap<>();
        inputs.forEach((key, from) -> sources.put(key, new Input(from, Scalar.STRING)));
        return new Node.RunContainer(
                name, sources, container, type(output), List.of(), List.of(settings), Site.UNKNOWN);
    }

    static Node.Apply apply(String name, String owner, String method, String output, Expression... inputs) {
        return new Node.Apply(
                name, new Method(owner, method), inputs(inputs), type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Node.Apply applyAfter(String name, List<String> after, Expression... inputs) {
        return new Node.Apply(
                name, new Method("app.Code", name), inputs(inputs), Scalar.LONG, after, List.of(), Site.UNKNOWN);
    }

    static Node.Call call(String name, String owner, String method, String output, Expression... inputs) {
        return new Node.Call(
                name, new Method(owner, method), inputs(inputs), type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Node.ForEach forEach(String name, Expression items, String output, Graph body, Setting... settings) {
        return new Node.ForEach(
                name, new Input(items, Scalar.INT), body, type(output), List.of(), List.of(settings), Site.UNKNOWN);
    }

    static Node.When when(String name, Predicate condition, String output, Graph then, Graph otherwise) {
        return new Node.When(name, condition, then, otherwise, type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Node.Repeat repeat(String name, Expression initial, Predicate until, int atMost, String output, Graph body) {
        return new Node.Repeat(name, initial, body, until, atMost, type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Node.RunWorkflow workflow(String name, String workflow, String output, Map<String, Expression> inputs) {
        TreeMap<String, Input> sources = new TreeMap<>();
        inputs.forEach((key, from) -> sources.put(key, new Input(from, Scalar.STRING)));
        return new Node.RunWorkflow(name, workflow, sources, type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Node.RunPipeline pipeline(String name, PipelineSpec pipeline, Expression input) {
        return new Node.RunPipeline(
                name,
                pipeline,
                new Input(input, pipeline.input()),
                pipeline.output(),
                List.of(),
                List.of(),
                Site.UNKNOWN);
    }

    static Node.Provided provided(String name, Expression value, Predicate condition, String reason, String output) {
        return new Node.Provided(name, value, condition, reason, type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Node.Approval approval(String name, Expression value, String approvers, String output, Setting... settings) {
        return new Node.Approval(name, value, approvers, type(output), List.of(), List.of(settings), Site.UNKNOWN);
    }

    static Node.Pause pause(String name, Expression value, Duration duration, String output) {
        return new Node.Pause(name, value, duration, type(output), List.of(), List.of(), Site.UNKNOWN);
    }

    static Predicate atLeast(Expression value, Expression bound) {
        return new Predicate.Compare(value, Predicate.Comparison.AT_LEAST, bound);
    }

    static PipelineSpec pipelineSpec(String name, String input, String output, Graph graph) {
        return new PipelineSpec(
                name,
                "app." + name,
                PipelineSettings.none(),
                type(input),
                type(output),
                Optional.empty(),
                graph,
                Optional.empty(),
                Optional.empty(),
                Site.UNKNOWN);
    }

    static Spec spec(PipelineSpec pipeline) {
        return new Spec(Spec.SCHEMA, pipeline, new Types(new TreeMap<>()));
    }

    static Spec spec(String name, Graph graph) {
        return spec(pipelineSpec(name, "app.Params", "app.Outcome", graph));
    }

    private static List<Input> inputs(Expression... expressions) {
        List<Input> inputs = new ArrayList<>();
        for (Expression expression : expressions) {
            inputs.add(new Input(expression, Scalar.STRING));
        }
        return inputs;
    }
}
