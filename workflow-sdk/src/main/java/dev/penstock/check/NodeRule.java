package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.type.Types;

/** What a step says of itself can be meant. */
final class NodeRule {

    private NodeRule() {}

    static void check(Node node, Types types, Problems problems) {
        switch (node) {
            case Node.RunContainer run -> new ContainerRule(run, problems).check();
            case Node.RunResource run -> new ResourceRule(run, types, problems).check();
            case Node.RunWorkflow run ->
                need(
                        !run.workflow().isBlank(),
                        node,
                        "The workflow has no name.",
                        "Let workflow() return its type.",
                        problems);
            case Node.Repeat repeat ->
                need(repeat.atMost() > 0, node, "The loop never runs.", "Let it run at least once.", problems);
            case Node.Approval approval ->
                need(
                        !approval.approvers().isBlank(),
                        node,
                        "Nobody may approve.",
                        "Name a person or a group.",
                        problems);
            case Node.Pause pause ->
                need(
                        !pause.duration().isNegative() && !pause.duration().isZero(),
                        node,
                        "The pause lasts %s.".formatted(pause.duration()),
                        "Use a time above zero.",
                        problems);
            case Node.Provided provided ->
                need(
                        !provided.reason().isBlank(),
                        node,
                        "The run would be rejected without a reason.",
                        "Say why in a sentence.",
                        problems);
            case Node.Apply apply -> {}
            case Node.Call call -> {}
            case Node.RunPipeline run -> {}
            case Node.ForEach each -> {}
            case Node.When when -> {}
        }
    }

    private static void need(boolean holds, Node node, String message, String remedy, Problems problems) {
        if (!holds) {
            problems.add(
                    Code.INVALID_OPTION, node.at().toString(), "In \"%s\": %s".formatted(node.name(), message), remedy);
        }
    }
}
