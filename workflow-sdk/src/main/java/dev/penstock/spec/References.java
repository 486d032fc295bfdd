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
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds what a step reads: the expressions it holds, and the steps behind them. */
public final class References {

    private References() {}

    /** The expressions that a step itself holds, without those of steps in its bodies. */
    public static List<Expression> expressions(Node node) {
        return switch (node) {
            case Node.RunContainer run -> sources(inputs(node));
            case Node.Apply apply -> sources(inputs(node));
            case Node.Call call -> sources(inputs(node));
            case Node.RunWorkflow run -> sources(inputs(node));
            case Node.RunResource run -> sources(inputs(node));
            case Node.RunPipeline run -> sources(inputs(node));
            case Node.ForEach each -> sources(inputs(node));
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
    public static NavigableSet<String> steps(Node node) {
        NavigableSet<String> steps = new TreeSet<>(node.after());
        expressions(node).forEach(expression -> steps(expression, steps::add));
        return steps;
    }

    /** As {@link #steps}, with what the steps in its bodies read as well. */
    public static NavigableSet<String> stepsWithBodies(Node node) {
        NavigableSet<String> steps = steps(node);
        for (Graph body : bodies(node)) {
            body.nodes().forEach(inner -> steps.addAll(stepsWithBodies(inner)));
            body.result().ifPresent(result -> steps(result, steps::add));
        }
        return steps;
    }

    /** The steps that an expression reads. */
    public static NavigableSet<String> steps(Expression expression) {
        NavigableSet<String> steps = new TreeSet<>();
        steps(expression, steps::add);
        return steps;
    }

    private static void steps(Expression expression, Consumer<String> found) {
        if (expression instanceof Output output) {
            found.accept(output.step());
        }
        parts(expression).forEach(part -> steps(part, found));
    }

    /** The expressions directly inside another. */
    public static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Get get -> List.of(get.of());
            case Items items -> items.items();
            case Construct construct -> List.copyOf(construct.components().values());
            case Text text -> text.values();
            case Output output -> List.of();
            case PipelineInput input -> List.of();
            case HandlerInput input -> List.of();
            case Item item -> List.of();
            case State state -> List.of();
            case Constant constant -> List.of();
        };
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

    /** The inputs of a step that say which type they need. */
    public static List<Input> inputs(Node node) {
        return switch (node) {
            case Node.RunContainer run -> List.copyOf(run.inputs().values());
            case Node.Apply apply -> apply.inputs();
            case Node.Call call -> call.inputs();
            case Node.RunWorkflow run -> List.copyOf(run.inputs().values());
            case Node.RunResource run -> List.copyOf(run.resource().holes().values());
            case Node.RunPipeline run -> List.of(run.input());
            case Node.ForEach each -> List.of(each.items());
            case Node.When when -> List.of();
            case Node.Provided provided -> List.of();
            case Node.Repeat repeat -> List.of();
            case Node.Approval approval -> List.of();
            case Node.Pause pause -> List.of();
        };
    }

    private static List<Expression> sources(List<Input> inputs) {
        return inputs.stream().map(Input::from).toList();
    }

    private static List<Expression> join(Expression first, List<Expression> rest) {
        List<Expression> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
