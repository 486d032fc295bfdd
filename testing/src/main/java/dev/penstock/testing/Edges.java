package dev.penstock.testing;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which step comes before which in one pipeline. */
final class Edges {

    private final Map<String, SortedSet<String>> before = new HashMap<>();

    Edges(List<Located> steps) {
        for (Located step : steps) {
            SortedSet<String> awaited = before.computeIfAbsent(step.name(), name -> new TreeSet<>());
            awaited.addAll(direct(step.node()));
            // A step in a body starts after all that the step around it awaits, and ends before it does.
            for (Node around : step.around()) {
                awaited.addAll(References.steps(around));
                before.computeIfAbsent(around.name(), name -> new TreeSet<>()).add(step.name());
            }
        }
    }

    /** What a step reads or awaits itself or in its bodies. */
    static SortedSet<String> direct(Node node) {
        return References.stepsWithBodies(node);
    }

    /** What a step reads itself or in its bodies. */
    static SortedSet<String> read(Node node) {
        SortedSet<String> read = new TreeSet<>();
        References.expressions(node).forEach(expression -> read.addAll(References.steps(expression)));
        for (Graph body : References.bodies(node)) {
            body.nodes().forEach(inner -> read.addAll(read(inner)));
            body.result().ifPresent(result -> read.addAll(References.steps(result)));
        }
        return read;
    }

    /** Everything that has ended before the step starts, directly or not; of a step with bodies: before it ends. */
    SortedSet<String> allBefore(String name) {
        SortedSet<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (String step : before.getOrDefault(open.remove(), new TreeSet<>())) {
                if (found.add(step)) {
                    open.add(step);
                }
            }
        }
        found.remove(name);
        return found;
    }
}
