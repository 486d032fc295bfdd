package dev.penstock.cli.plan;

import dev.penstock.spec.Node;
import java.util.Locale;

/** What a step is, in one word. */
enum StepKind {
    CONTAINER,
    FUNCTION,
    CALL,
    WORKFLOW,
    RESOURCE,
    PIPELINE,
    MAP,
    CHOICE,
    GATE,
    LOOP,
    APPROVAL,
    PAUSE;

    static StepKind of(Node node) {
        return switch (node) {
            case Node.RunContainer run -> CONTAINER;
            case Node.Apply apply -> FUNCTION;
            case Node.Call call -> CALL;
            case Node.RunWorkflow run -> WORKFLOW;
            case Node.RunResource run -> RESOURCE;
            case Node.RunPipeline run -> PIPELINE;
            case Node.ForEach each -> MAP;
            case Node.When when -> CHOICE;
            case Node.Provided provided -> GATE;
            case Node.Repeat repeat -> LOOP;
            case Node.Approval approval -> APPROVAL;
            case Node.Pause pause -> PAUSE;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String counted(int count) {
        return "%s %s%s".formatted(count, word(), count == 1 ? "" : "s");
    }
}
