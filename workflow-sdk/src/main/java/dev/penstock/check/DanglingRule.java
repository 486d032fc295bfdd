package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A step without effect is there for what it yields, so somebody must use that. */
final class DanglingRule {

    private DanglingRule() {}

    static void check(PipelineSpec pipeline, List<Node> nodes, Problems problems) {
        Set<String> used = new HashSet<>();
        Walk.graphs(pipeline).forEach(graph -> results(graph, used));
        nodes.forEach(node -> used.addAll(References.steps(node)));
        for (Node node : nodes) {
            if (!used.contains(node.name()) && !hasEffect(node)) {
                problems.add(
                        Code.DANGLING_STEP,
                        node.at().toString(),
                        "Nobody uses what \"%s\" yields, and it has no effect.".formatted(node.name()),
                        "Use its value, let another step start after it, or remove it.");
            }
        }
    }

    private static void results(Graph graph, Set<String> used) {
        graph.result().ifPresent(result -> used.addAll(References.steps(result)));
        graph.nodes().forEach(node -> References.bodies(node).forEach(body -> results(body, used)));
    }

    private static boolean hasEffect(Node node) {
        return switch (node) {
            case Node.Apply apply -> false;
            case Node.Provided provided -> false;
            case Node.Approval approval -> false;
            case Node.Pause pause -> false;
            case Node.RunContainer run -> true;
            case Node.Call call -> true;
            case Node.RunWorkflow run -> true;
            case Node.RunResource run -> true;
            case Node.RunPipeline run -> true;
            case Node.ForEach each -> bodiesHaveEffect(each);
            case Node.When when -> bodiesHaveEffect(when);
            case Node.Repeat repeat -> bodiesHaveEffect(repeat);
        };
    }

    private static boolean bodiesHaveEffect(Node node) {
        return References.bodies(node).stream()
                .flatMap(body -> body.nodes().stream())
                .anyMatch(DanglingRule::hasEffect);
    }
}
