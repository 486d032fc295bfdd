package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Site;
import dev.penstock.spec.StepName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each step of a pipeline has a name of its own, in a form that fits everywhere. */
final class NameRule {

    private NameRule() {}

    /** Whether every name is there once. */
    static boolean check(PipelineSpec pipeline, List<Node> nodes, Problems problems) {
        if (!StepName.valid(pipeline.name())) {
            problems.add(
                    Code.INVALID_NAME,
                    pipeline.at().toString(),
                    "\"%s\" is no name for a pipeline.".formatted(pipeline.name()),
                    "Let name() return up to %s lower-case letters, digits and single hyphens: \"%s\"."
                            .formatted(StepName.LONGEST, StepName.of(pipeline.name())));
        }
        boolean unique = true;
        Map<String, Site> seen = new HashMap<>();
        for (Node node : nodes) {
            invalid(node, problems);
            Site before = seen.putIfAbsent(node.name(), node.at());
            if (before != null) {
                unique = false;
                duplicate(node, before, problems);
            }
        }
        return unique;
    }

    private static void invalid(Node node, Problems problems) {
        if (!StepName.valid(node.name())) {
            problems.add(
                    Code.INVALID_NAME,
                    node.at().toString(),
                    "\"%s\" is no name for a step.".formatted(node.name()),
                    "Use up to %s lower-case letters, digits and single hyphens: named(\"%s\")."
                            .formatted(StepName.LONGEST, StepName.of(node.name())));
        }
    }

    private static void duplicate(Node node, Site before, Problems problems) {
        boolean sameFile = before.file().equals(node.at().file());
        problems.add(
                Code.DUPLICATE_NAME,
                node.at().toString(),
                "Two steps are called \"%s\" (%s and %s)."
                        .formatted(
                                node.name(), before, sameFile ? ":" + node.at().line() : node.at()),
                "Give one of them its own name: named(\"%s-2\").".formatted(node.name()));
    }
}
