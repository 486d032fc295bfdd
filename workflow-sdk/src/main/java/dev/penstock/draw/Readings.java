package dev.penstock.draw;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Says what a step reads, and finds the sources behind its expressions. */
final class Readings {

    private Readings() {}

    /** What the step reads, in words; constants carry the name of the input that they fill. */
    static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        switch (node) {
            case Node.RunContainer run -> named(run.inputs(), words);
            case Node.RunWorkflow run -> named(run.inputs(), words);
            case Node.RunResource run -> named(run.resource().holes(), words);
            case Node.Provided provided -> words.add(Words.of(provided.value()));
            case Node.Repeat repeat -> words.add(Words.of(repeat.initial()));
            case Node.RunPipeline run -> words.add(Words.of(run.input().from()));
            case Node.Approval approval -> words.add(Words.of(approval.value()));
            case Node.Pause pause -> words.add(Words.of(pause.value()));
            case Node.Apply apply -> positional(apply.inputs(), words);
            case Node.Call call -> positional(call.inputs(), words);
            case Node.ForEach each -> {}
            case Node.When when -> {}
        }
        node.after().forEach(step -> words.add("after " + step));
        return words.stream().distinct().toList();
    }

    /** Calls back for each source in an expression with the path of components read from it. */
    static void sources(Expression expression, BiConsumer<Expression, String> found) {
        sources(expression, "", found);
    }

    private static void sources(Expression expression, String path, BiConsumer<Expression, String> found) {
        switch (expression) {
            case Expression.PipelineInput input -> found.accept(input, path);
            case Expression.HandlerInput input -> found.accept(input, path);
            case Expression.Output output -> found.accept(output, path);
            case Expression.Item item -> found.accept(item, path);
            case Expression.State state -> found.accept(state, path);
            case Expression.Get get ->
                sources(get.of(), path.isEmpty() ? get.component() : get.component() + "." + path, found);
            case Expression.Constant constant -> {}
            case Expression.Items items -> items.items().forEach(item -> sources(item, "", found));
            case Expression.Construct construct ->
                construct.components().values().forEach(part -> sources(part, "", found));
            case Expression.Text text -> text.values().forEach(value -> sources(value, "", found));
        }
    }

    private static void named(Map<String, Input> inputs, List<String> words) {
        List<String> constants = new ArrayList<>();
        inputs.forEach((name, input) -> {
            if (input.from() instanceof Expression.Constant) {
                constants.add(name + " = " + Words.of(input.from()));
            } else {
                words.add(Words.of(input.from()));
            }
        });
        words.addAll(constants);
    }

    private static void positional(List<Input> inputs, List<String> words) {
        inputs.forEach(input -> words.add(Words.of(input.from())));
    }
}
