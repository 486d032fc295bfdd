package dev.penstock.diff;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import dev.penstock.spec.Words;
import java.util.List;

/** Says in a few words what a step does. */
final class StepWords {

    private static final int LONGEST = 100;

    private StepWords() {}

    static String of(Node node) {
        return Words.shortened(
                switch (node) {
                    case Node.RunContainer run -> "container " + run.container().image();
                    case Node.Apply apply -> "function " + apply.method().shortText();
                    case Node.Call call -> "call " + call.method().shortText();
                    case Node.RunWorkflow run -> "workflow " + run.workflow();
                    case Node.RunResource run -> "resource " + run.resource().kind();
                    case Node.RunPipeline run -> "pipeline " + run.pipeline().name();
                    case Node.ForEach each ->
                        "map over " + Words.of(each.items().from());
                    case Node.When when -> "choice on " + Words.of(when.condition());
                    case Node.Provided provided -> "gate on " + Words.of(provided.condition());
                    case Node.Repeat repeat -> "loop until " + Words.of(repeat.until());
                    case Node.Approval approval -> "approval by " + approval.approvers();
                    case Node.Pause pause -> "pause of " + Words.of(pause.duration());
                },
                LONGEST);
    }

    /** What a step reads, constants left out; empty for nothing. */
    static String reads(Node node) {
        List<String> read = References.expressions(node).stream()
                .filter(expression -> !(expression instanceof Expression.Constant))
                .map(Words::of)
                .distinct()
                .toList();
        return Words.shortened(String.join(", ", read), LONGEST);
    }
}
