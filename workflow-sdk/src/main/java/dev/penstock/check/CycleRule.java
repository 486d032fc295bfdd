package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** No steps wait for each other in a circle; only specs from files can have one. */
final class CycleRule {

    private CycleRule() {}

    static void check(PipelineSpec pipeline, Problems problems) {
        Walk.graphs(pipeline).forEach(graph -> check(graph, problems));
    }

    private static void check(Graph graph, Problems problems) {
        if (!isInOrder(graph)) {
            report(graph, problems);
        }
        graph.nodes().forEach(node -> References.bodies(node).forEach(body -> check(body, problems)));
    }

    /** Whether steps await only what stands above them, as those traced from code do; then there is no circle. */
    private static boolean isInOrder(Graph graph) {
        Set<String> below = new HashSet<>();
        graph.nodes().forEach(node -> below.add(node.name()));
        for (Node node : graph.nodes()) {
            if (References.stepsWithBodies(node).stream().anyMatch(below::contains)) {
                return false;
            }
            below.remove(node.name());
        }
        return true;
    }

    private static void report(Graph graph, Problems problems) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.name(), node));
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        Map<String, List<String>> readers = new HashMap<>();
        for (Node node : graph.nodes()) {
            Set<String> awaited = References.stepsWithBodies(node);
            awaited.retainAll(nodes.keySet());
            waiting.put(node.name(), awaited);
            awaited.forEach(step ->
                    readers.computeIfAbsent(step, key -> new ArrayList<>()).add(node.name()));
        }
        Set<String> stuck = stuck(waiting, readers);
        if (!stuck.isEmpty()) {
            Node first = nodes.get(stuck.iterator().next());
            problems.add(
                    Code.CYCLE,
                    first == null ? "the graph" : first.at().toString(),
                    "Steps wait for each other in a circle: %s.".formatted(String.join(", ", stuck)),
                    "Take one of them out of the circle.");
        }
    }

    /** Those that never become ready, however long one waits. */
    private static Set<String> stuck(Map<String, Set<String>> waiting, Map<String, List<String>> readers) {
        Deque<String> ready = new ArrayDeque<>();
        waiting.forEach((step, awaited) -> {
            if (awaited.isEmpty()) {
                ready.add(step);
            }
        });
        Set<String> stuck = new TreeSet<>(waiting.keySet());
        while (!ready.isEmpty()) {
            String done = ready.remove();
            stuck.remove(done);
            for (String reader : readers.getOrDefault(done, List.of())) {
                Set<String> awaited = waiting.getOrDefault(reader, Set.of());
                if (awaited.remove(done) && awaited.isEmpty()) {
                    ready.add(reader);
                }
            }
        }
        return onCircle(stuck, readers);
    }

    /** Without those that wait for a circle, but are in none. */
    private static Set<String> onCircle(Set<String> stuck, Map<String, List<String>> readers) {
        while (stuck.removeIf(
                step -> readers.getOrDefault(step, List.of()).stream().noneMatch(stuck::contains))) {}
        return stuck;
    }
}
