package dev.penstock.cli.plan;

import dev.penstock.option.Setting;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.spec.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the steps of a graph into words. */
record Steps(Foresight foresight) {

    PlannedBody body(Graph graph) {
        return body(Optional.empty(), graph);
    }

    /** What runs when a run fails and when it ends. */
    List<PlannedBody> handlers(PipelineSpec pipeline) {
        List<PlannedBody> handlers = new ArrayList<>();
        pipeline.onFailure().ifPresent(graph -> handlers.add(body("when the run fails", graph)));
        pipeline.lastly().ifPresent(graph -> handlers.add(body("at the end of every run", graph)));
        return handlers;
    }

    private PlannedBody body(String label, Graph graph) {
        return body(Optional.of(label), graph);
    }

    private PlannedBody body(Optional<String> label, Graph graph) {
        return new PlannedBody(
                label,
                graph.nodes().stream().map(this::step).toList(),
                graph.result().map(Words::of));
    }

    private PlannedStep step(Node node) {
        return new PlannedStep(
                node.name(),
                StepKind.of(node).word(),
                what(node),
                details(node),
                times(node),
                node.setting(Setting.AtMost.class).map(Setting.AtMost::items),
                node.output().shortText(),
                node.at(),
                bodies(node));
    }

    private static String what(Node node) {
        return switch (node) {
            case Node.RunContainer run -> run.container().image();
            case Node.Apply apply -> apply.method().shortText();
            case Node.Call call -> call.method().shortText();
            case Node.RunWorkflow run -> simpleName(run.workflow());
            case Node.RunResource run -> resource(run.resource());
            case Node.RunPipeline run -> run.pipeline().name();
            case Node.ForEach each -> "for each of " + Words.of(each.items().from());
            case Node.When when -> "when " + Words.of(when.condition());
            case Node.Provided provided -> "provided " + Words.of(provided.condition());
            case Node.Repeat repeat ->
                "until %s, at most %s times".formatted(Words.of(repeat.until()), repeat.atMost());
            case Node.Approval approval -> "of %s by %s".formatted(Words.of(approval.value()), approval.approvers());
            case Node.Pause pause -> "for " + Words.of(pause.duration());
        };
    }

    private static String resource(ResourceTemplate resource) {
        return "%s (%s)".formatted(resource.kind(), resource.apiVersion());
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static List<String> details(Node node) {
        List<String> details = new ArrayList<>();
        if (node instanceof Node.RunContainer run) {
            details.addAll(ContainerWords.of(run.container(), run.setting(Setting.On.class)));
        }
        if (node instanceof Node.Provided provided) {
            details.add("otherwise the run is rejected: " + provided.reason());
        }
        node.settings().stream()
                .filter(setting -> !(setting instanceof Setting.AtMost))
                .map(SettingWords::of)
                .forEach(details::add);
        if (!node.after().isEmpty()) {
            details.add("after " + String.join(", ", node.after()));
        }
        return details;
    }

    private Optional<Integer> times(Node node) {
        return node instanceof Node.ForEach each ? foresight.size(each.items().from()) : Optional.empty();
    }

    private List<PlannedBody> bodies(Node node) {
        return switch (node) {
            case Node.ForEach each -> List.of(body(each.body()));
            case Node.Repeat repeat -> List.of(body(repeat.body()));
            case Node.When when -> List.of(body("then", when.then()), body("otherwise", when.otherwise()));
            case Node.RunPipeline run -> pipeline(run);
            case Node.RunContainer run -> List.of();
            case Node.Apply apply -> List.of();
            case Node.Call call -> List.of();
            case Node.RunWorkflow run -> List.of();
            case Node.RunResource run -> List.of();
            case Node.Provided provided -> List.of();
            case Node.Approval approval -> List.of();
            case Node.Pause pause -> List.of();
        };
    }

    private List<PlannedBody> pipeline(Node.RunPipeline run) {
        Steps inside = new Steps(new Foresight(foresight.value(run.input().from())));
        List<PlannedBody> bodies = new ArrayList<>();
        bodies.add(inside.body(run.pipeline().graph()));
        bodies.addAll(inside.handlers(run.pipeline()));
        return bodies;
    }
}
