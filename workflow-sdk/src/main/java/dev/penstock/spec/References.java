package dev.penstock.spec;

import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.HandlerInput;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Expression.Text;
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds what a step reads: the expressions it holds, and the steps behind them. */
public final class References {

    private References() {}

    /** The expressions that a step itself holds, without those of steps in its bodies. */
    public static List<Expression> expressions(Node node) {
        return switch (node) {
            case Node.RunContainer run -> sources(run.inputs().values());
            case Node.Apply apply -> sources(apply.inputs());
            case Node.Call call -> sources(call.inputs());
            case Node.RunWorkflow run -> sources(run.inputs().values());
            case Node.RunResource run -> sources(run.resource().holes().values());
            case Node.RunPipeline run -> List.of(run.input().from());
            case Node.ForEach each -> List.of(each.items().from());
            case Node.When when -> expressions(when.condition());
            case Node.Provided provided -> join(provided.value(), expressions(provided.condition()));
            case Node.Repeat repeat -> join(repeat.initial(), expressions(repeat.until()));
            case Node.Approval approval -> List.of(approval.value());
            case Node.Pause pause -> List.of(pause.value());
        };
    }

    /** The expressions in a condition. */
    public static List<Expression> expressions(Predicate predicate) {
        return switch (predicate) {
            case Compare compare -> List.of(compare.value(), compare.bound());
            case OneOf oneOf -> join(oneOf.value(), oneOf.choices());
            case Is is -> List.of(is.value());
            case And and ->
                and.tests().stream().flatMap(test -> expressions(test).stream()).toList();
            case Or or ->
                or.tests().stream().flatMap(test -> expressions(test).stream()).toList();
            case Not not -> expressions(not.test());
        };
    }

    /** The steps that must have ended before this one starts: those it reads and those it is told to await. */
    public static SortedSet<String> steps(Node node) {
        SortedSet<String> steps = new TreeSet<>(node.after());
        expressions(node).forEach(expression -> steps(expression, steps::add));
        return steps;
    }

    /** As {@link #steps}, with what the steps in its bodies read as well. */
    public static SortedSet<String> stepsWithBodies(Node node) {
        SortedSet<String> steps = steps(node);
        for (Graph body : bodies(node)) {
            body.nodes().forEach(inner -> steps.addAll(stepsWithBodies(inner)));
            body.result().ifPresent(result -> steps(result, steps::add));
        }
        return steps;
    }

    /** The steps that an expression reads. */
    public static SortedSet<String> steps(Expression expression) {
        SortedSet<String> steps = new TreeSet<>();
        steps(expression, steps::add);
        return steps;
    }

    private static void steps(Expression expression, Consumer<String> found) {
        switch (expression) {
            case Output output -> found.accept(output.step());
            case Get get -> steps(get.of(), found);
            case Items items -> items.items().forEach(item -> steps(item, found));
            case Construct construct -> construct.components().values().forEach(part -> steps(part, found));
            case Text text -> text.values().forEach(value -> steps(value, found));
            case PipelineInput input -> {}
            case HandlerInput input -> {}
            case Item item -> {}
            case State state -> {}
            case Constant constant -> {}
        }
    }

    /** The bodies of a step: graphs that run as part of it and see its surroundings. */
    public static List<Graph> bodies(Node node) {
        return switch (node) {
            case Node.ForEach each -> List.of(each.body());
            case Node.When when -> List.of(when.then(), when.otherwise());
            case Node.Repeat repeat -> List.of(repeat.body());
            case Node.RunContainer run -> List.of();
            case Node.Apply apply -> List.of();
            case Node.Call call -> List.of();
            case Node.RunWorkflow run -> List.of();
            case Node.RunResource run -> List.of();
            case Node.RunPipeline run -> List.of();
            case Node.Provided provided -> List.of();
            case Node.Approval approval -> List.of();
            case Node.Pause pause -> List.of();
        };
    }

    private static List<Expression> sources(Iterable<Input> inputs) {
        List<Expression> sources = new ArrayList<>();
        inputs.forEach(input -> sources.add(input.from()));
        return sources;
    }

    private static List<Expression> join(Expression first, List<Expression> rest) {
        List<Expression> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
