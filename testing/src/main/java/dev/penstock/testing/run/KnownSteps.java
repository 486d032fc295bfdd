package dev.penstock.testing.run;

import dev.penstock.option.Setting;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All steps of a spec: those of bodies, handlers and pipelines inside it, too. */
record KnownSteps(List<KnownStep> all) {

    KnownSteps {
        all = List.copyOf(all);
    }

    static KnownSteps of(Spec spec) {
        List<KnownStep> all = new ArrayList<>();
        collect(spec.pipeline(), List.of(), all);
        return new KnownSteps(all);
    }

    Optional<KnownStep> find(String name) {
        return all.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** Those that may be meant: pipelines inside others may use a name again. */
    List<KnownStep> at(String name, String path) {
        List<KnownStep> named =
                all.stream().filter(step -> step.name().equals(name)).toList();
        List<KnownStep> there = named.stream().filter(step -> step.isAt(path)).toList();
        return path.equals(name) || there.isEmpty() ? named : there;
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        all.forEach(step -> names.add(step.name()));
        return names;
    }

    SortedSet<String> names(KnownStep.Work... work) {
        SortedSet<String> names = new TreeSet<>();
        all.stream().filter(step -> List.of(work).contains(step.work())).forEach(step -> names.add(step.name()));
        return names;
    }

    /** The task queues that steps name for their code. */
    SortedSet<String> queues() {
        SortedSet<String> queues = new TreeSet<>();
        all.forEach(step ->
                step.node().setting(Setting.OnWorkers.class).ifPresent(setting -> queues.add(setting.taskQueue())));
        return queues;
    }

    private static void collect(PipelineSpec pipeline, List<Node> around, List<KnownStep> into) {
        Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .forEach(graph -> collect(graph, pipeline, around, into));
    }

    private static void collect(Graph graph, PipelineSpec pipeline, List<Node> around, List<KnownStep> into) {
        for (Node node : graph.nodes()) {
            into.add(new KnownStep(node, around, pipeline));
            List<Node> inside = Stream.concat(around.stream(), Stream.of(node)).toList();
            References.bodies(node).forEach(body -> collect(body, pipeline, inside, into));
            if (node instanceof Node.RunPipeline run) {
                collect(run.pipeline(), inside, into);
            }
        }
    }
}
