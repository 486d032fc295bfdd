package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Reason;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.draw.Scope.Source;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.spec.Words;
import dev.penstock.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the graph of a spec into shapes and arrows. */
final class DrawingBuilder {

    /** More shapes than this do not send an arrow each to every reader; their frame sends one. */
    private static final int MOST_YIELDING = 4;

    private final Needs needs = new Needs();
    private final List<Arrow> choices = new ArrayList<>();
    private int shapes;

    Drawing build(Spec spec) {
        PipelineSpec pipeline = spec.pipeline();
        Scope scope = Scope.ofPipeline();
        Box input = end(Kind.INPUT, "in", pipeline.input());
        scope.define(new Expression.PipelineInput(), Source.unlabelled(input.id()));
        List<Shape> all = new ArrayList<>();
        all.add(input);
        all.addAll(steps(pipeline.graph(), scope, ""));
        pipeline.graph().result().ifPresent(result -> {
            Box end = end(Kind.RESULT, "result", pipeline.output(), Words.of(result));
            needs.read(result, end.id(), scope);
            all.add(end);
        });
        all.addAll(handlers(pipeline, scope, ""));
        List<Arrow> arrows =
                Stream.concat(choices.stream(), needs.arrows(all).stream()).toList();
        String description = pipeline.settings().description().orElse("");
        return new Drawing(pipeline.name(), description, withoutUnusedPorts(all, used(arrows)), arrows);
    }

    private List<Shape> steps(Graph graph, Scope scope, String path) {
        List<Shape> steps = new ArrayList<>();
        graph.nodes().forEach(node -> steps.add(step(node, scope, path)));
        return steps;
    }

    private Shape step(Node node, Scope scope, String around) {
        String path = around + node.name();
        return switch (node) {
            case Node.ForEach each -> forEach(each, scope, path);
            case Node.When when -> when(when, scope, path);
            case Node.Repeat repeat -> repeat(repeat, scope, path);
            case Node.RunPipeline run -> runPipeline(run, scope, path);
            case Node.RunContainer run -> box(run, scope, path);
            case Node.Apply apply -> box(apply, scope, path);
            case Node.Call call -> box(call, scope, path);
            case Node.RunWorkflow run -> box(run, scope, path);
            case Node.RunResource run -> box(run, scope, path);
            case Node.Provided provided -> box(provided, scope, path);
            case Node.Approval approval -> box(approval, scope, path);
            case Node.Pause pause -> box(pause, scope, path);
        };
    }

    private Box box(Node node, Scope scope, String path) {
        Box box = new Box(
                id(),
                Description.kind(node),
                path,
                node.name(),
                Description.details(node),
                Description.marks(node),
                Readings.words(node));
        scope.define(new Expression.Output(node.name()), Source.of(box.id(), node.output()));
        References.expressions(node).forEach(expression -> needs.read(expression, box.id(), scope));
        needs.await(node, box.id(), scope);
        return box;
    }

    private Cluster forEach(Node.ForEach each, Scope scope, String path) {
        String id = id();
        Scope inner = scope.inner();
        Box item = port("item");
        inner.define(new Expression.Item(each.name()), Source.unlabelled(item.id()));
        needs.read(each.items().from(), item.id(), scope);
        Body body = body(each.body(), inner, path);
        return cluster(each, id, scope, path, body.behind(item), body.yielding(), body.yields());
    }

    private Cluster repeat(Node.Repeat repeat, Scope scope, String path) {
        String id = id();
        Scope inner = scope.inner();
        Box state = port("state");
        inner.define(new Expression.State(repeat.name()), Source.unlabelled(state.id()));
        needs.read(repeat.initial(), state.id(), scope);
        References.expressions(repeat.until()).forEach(expression -> needs.read(expression, id, inner));
        Body body = body(repeat.body(), inner, path);
        return cluster(repeat, id, scope, path, body.behind(state), body.yielding(), body.yields());
    }

    private Cluster when(Node.When when, Scope scope, String path) {
        String id = id();
        Box decision = furniture(Kind.DECISION, Words.of(when.condition()), List.of());
        References.expressions(when.condition()).forEach(expression -> needs.read(expression, decision.id(), scope));
        String thenId = id();
        Body then = body(when.then(), scope.inner(), path);
        String otherwiseId = id();
        Body otherwise = body(when.otherwise(), scope.inner(), path);
        choices.add(new Arrow(decision.id(), thenId, "", Reason.CHOICE));
        choices.add(new Arrow(decision.id(), otherwiseId, "", Reason.CHOICE));
        List<Shape> shapes =
                List.of(decision, branch(thenId, "then", then), branch(otherwiseId, "otherwise", otherwise));
        List<String> yielding = new ArrayList<>(then.yielding());
        yielding.addAll(otherwise.yielding());
        Optional<String> yields =
                then.yields().flatMap(first -> otherwise.yields().map(second -> first + " or " + second));
        return cluster(when, id, scope, path, shapes, yielding, yields);
    }

    private Cluster runPipeline(Node.RunPipeline run, Scope scope, String path) {
        String id = id();
        Scope inner = Scope.ofPipeline();
        Box input = port("in");
        inner.define(new Expression.PipelineInput(), Source.unlabelled(input.id()));
        needs.read(run.input().from(), input.id(), scope);
        Body body = body(run.pipeline().graph(), inner, path);
        List<Shape> shapes = new ArrayList<>(body.behind(input));
        shapes.addAll(handlers(run.pipeline(), inner, path + "/"));
        return cluster(run, id, scope, path, shapes, body.yielding(), body.yields());
    }

    private List<Shape> handlers(PipelineSpec pipeline, Scope scope, String path) {
        List<Shape> handlers = new ArrayList<>();
        pipeline.onFailure().ifPresent(graph -> handlers.add(handler("on failure", graph, scope, path)));
        pipeline.lastly().ifPresent(graph -> handlers.add(handler("lastly", graph, scope, path)));
        return handlers;
    }

    private Cluster handler(String name, Graph graph, Scope scope, String path) {
        String id = id();
        Scope inner = scope.inner();
        Box ending = port("ending");
        Box input = port("in");
        inner.define(new Expression.HandlerInput(), Source.unlabelled(ending.id()));
        inner.define(new Expression.PipelineInput(), Source.unlabelled(input.id()));
        List<Shape> shapes = new ArrayList<>(List.of(ending, input));
        shapes.addAll(steps(graph, inner, path));
        return new Cluster(id, Kind.HANDLER, "", name, "", List.of(), Optional.empty(), shapes);
    }

    private Cluster branch(String id, String name, Body body) {
        return new Cluster(id, Kind.BRANCH, "", name, "", List.of(), body.yields(), body.shapes());
    }

    private Cluster cluster(
            Node node,
            String id,
            Scope scope,
            String path,
            List<Shape> shapes,
            List<String> yielding,
            Optional<String> yields) {
        List<String> ends = yielding.isEmpty() || yielding.size() > MOST_YIELDING ? List.of(id) : yielding;
        scope.define(new Expression.Output(node.name()), new Source(ends, id, Source.typeLabel(node.output())));
        needs.await(node, id, scope);
        List<String> words = new ArrayList<>(Description.details(node));
        words.addAll(Description.marks(node));
        String detail = String.join(" · ", words);
        return new Cluster(id, Description.kind(node), path, node.name(), detail, Readings.words(node), yields, shapes);
    }

    /** The shapes of a body; a result that is more than what one step yields gets a shape of its own. */
    private Body body(Graph graph, Scope scope, String path) {
        List<Shape> shapes = steps(graph, scope, path + "/");
        if (graph.result().isEmpty()) {
            return new Body(shapes, List.of(), Optional.empty());
        }
        Expression result = graph.result().get();
        String words = Words.of(result);
        if (result instanceof Expression.Output output
                && graph.node(output.step()).isPresent()) {
            return new Body(shapes, scope.find(output).orElseThrow().yielding(), Optional.of(words));
        }
        Box yields = furniture(Kind.YIELDS, "yields " + words, List.of());
        needs.read(result, yields.id(), scope);
        shapes.add(yields);
        return new Body(shapes, List.of(yields.id()), Optional.of(words));
    }

    private static Set<String> used(List<Arrow> arrows) {
        return arrows.stream()
                .flatMap(arrow -> Stream.of(arrow.from(), arrow.to()))
                .collect(Collectors.toSet());
    }

    private static List<Shape> withoutUnusedPorts(List<Shape> shapes, Set<String> used) {
        List<Shape> kept = new ArrayList<>();
        for (Shape shape : shapes) {
            switch (shape) {
                case Cluster cluster -> kept.add(cluster.holding(withoutUnusedPorts(cluster.shapes(), used)));
                case Box box when box.kind() == Kind.PORT && !used.contains(box.id()) -> {}
                case Box box -> kept.add(box);
            }
        }
        return kept;
    }

    private Box end(Kind kind, String name, DataType type, String... reads) {
        return new Box(id(), kind, "", name, List.of(type.shortText()), List.of(), List.of(reads));
    }

    private Box port(String name) {
        return furniture(Kind.PORT, name, List.of());
    }

    private Box furniture(Kind kind, String name, List<String> details) {
        return new Box(id(), kind, "", name, details, List.of(), List.of());
    }

    private String id() {
        return "n" + shapes++;
    }

    /** The inside of a frame, the shapes whose results leave it, and what it yields in words. */
    private record Body(List<Shape> shapes, List<String> yielding, Optional<String> yields) {

        List<Shape> behind(Shape first) {
            List<Shape> all = new ArrayList<>();
            all.add(first);
            all.addAll(shapes);
            return all;
        }
    }
}
