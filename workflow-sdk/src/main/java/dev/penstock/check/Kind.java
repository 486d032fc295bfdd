package dev.penstock.check;

import dev.penstock.spec.Node;

/** The kinds of steps, as far as options tell them apart. */
enum Kind {
    CONTAINER("a container"),
    FUNCTION("a function"),
    CALL("a call"),
    WORKFLOW("a workflow"),
    RESOURCE("a resource"),
    PIPELINE("a pipeline"),
    MAP("a map"),
    CHOICE("a choice"),
    CONDITION("a condition"),
    LOOP("a loop"),
    APPROVAL("an approval"),
    PAUSE("a pause");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Kind of(Node node) {
        return switch (node) {
            case Node.RunContainer container -> CONTAINER;
            case Node.Apply apply -> FUNCTION;
            case Node.Call call -> CALL;
            case Node.RunWorkflow workflow -> WORKFLOW;
            case Node.RunResource resource -> RESOURCE;
            case Node.RunPipeline pipeline -> PIPELINE;
            case Node.ForEach each -> MAP;
            case Node.When when -> CHOICE;
            case Node.Provided provided -> CONDITION;
            case Node.Repeat repeat -> LOOP;
            case Node.Approval approval -> APPROVAL;
            case Node.Pause pause -> PAUSE;
        };
    }
}
