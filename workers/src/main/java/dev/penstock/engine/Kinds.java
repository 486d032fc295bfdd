package dev.penstock.engine;

import dev.penstock.spec.Node;

/** The kinds of steps in words. */
public final class Kinds {

    private Kinds() {}

    public static String of(Node node) {
        return switch (node) {
            case Node.RunContainer run -> "container";
            case Node.Apply apply -> "function";
            case Node.Call call -> "call";
            case Node.RunWorkflow run -> "workflow";
            case Node.RunResource run -> "resource";
            case Node.RunPipeline run -> "pipeline";
            case Node.ForEach each -> "map";
            case Node.When when -> "choice";
            case Node.Provided provided -> "condition";
            case Node.Repeat repeat -> "loop";
            case Node.Approval approval -> "approval";
            case Node.Pause pause -> "pause";
        };
    }
}
