package dev.penstock.rerun;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.References;
import dev.penstock.spec.Words;
import dev.penstock.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One thing that a step reads.
 *
 * @param key what it is compared by
 * @param words such as {@code its input "features"}
 * @param type that the step needs, where it says so
 */
record Reading(String key, String words, Expression from, Optional<DataType> type) {

    static List<Reading> of(Node node) {
        return switch (node) {
            case Node.RunContainer run -> named(run.inputs());
            case Node.RunWorkflow run -> named(run.inputs());
            case Node.RunResource run -> named(run.resource().holes());
            case Node.Apply apply -> inOrder(apply.inputs());
            case Node.Call call -> inOrder(call.inputs());
            case Node.RunPipeline run -> List.of(input("its input", run.input()));
            case Node.ForEach map -> List.of(input("its list", map.items()));
            case Node.When when -> condition(when.condition());
            case Node.Provided provided -> and(value("its value", provided.value()), condition(provided.condition()));
            case Node.Repeat loop -> and(value("its first state", loop.initial()), condition(loop.until()));
            case Node.Approval approval -> List.of(value("its value", approval.value()));
            case Node.Pause pause -> List.of(value("its value", pause.value()));
        };
    }

    /** What the bodies of a step yield. */
    static List<Reading> results(Node node) {
        List<Reading> readings = new ArrayList<>();
        References.bodies(node)
                .forEach(body -> body.result()
                        .ifPresent(from -> readings.add(new Reading(
                                "result " + readings.size(), "what its body yields", from, Optional.empty()))));
        if (node instanceof Node.RunPipeline run) {
            run.pipeline()
                    .graph()
                    .result()
                    .ifPresent(from ->
                            readings.add(new Reading("result", "what its pipeline yields", from, Optional.empty())));
        }
        return readings;
    }

    private static List<Reading> named(SortedMap<String, Input> inputs) {
        List<Reading> readings = new ArrayList<>();
        for (Map.Entry<String, Input> entry : inputs.entrySet()) {
            readings.add(new Reading(
                    entry.getKey(),
                    "its input \"%s\"".formatted(entry.getKey()),
                    entry.getValue().from(),
                    Optional.of(entry.getValue().type())));
        }
        return readings;
    }

    private static List<Reading> inOrder(List<Input> inputs) {
        List<Reading> readings = new ArrayList<>();
        for (Input input : inputs) {
            String words = "its input \"%s\"".formatted(Words.of(input.from()));
            readings.add(new Reading("input " + readings.size(), words, input.from(), Optional.of(input.type())));
        }
        return readings;
    }

    private static Reading input(String words, Input input) {
        return new Reading(words, words, input.from(), Optional.of(input.type()));
    }

    private static Reading value(String words, Expression from) {
        return new Reading(words, words, from, Optional.empty());
    }

    private static List<Reading> condition(Predicate predicate) {
        List<Reading> readings = new ArrayList<>();
        for (Expression from : References.expressions(predicate)) {
            String words = "\"%s\" in its condition".formatted(Words.of(from));
            readings.add(new Reading("condition " + readings.size(), words, from, Optional.empty()));
        }
        return readings;
    }

    private static List<Reading> and(Reading first, List<Reading> rest) {
        List<Reading> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
