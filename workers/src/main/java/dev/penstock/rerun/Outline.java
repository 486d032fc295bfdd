package dev.penstock.rerun;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All steps of a spec by their paths, those of bodies and other pipelines included, without handlers. */
final class Outline {

    private final Map<String, Placed> steps = new LinkedHashMap<>();
    private final Map<Placed, List<Placed>> inside = new LinkedHashMap<>();

    private Outline() {}

    static Outline of(Spec spec) {
        Outline outline = new Outline();
        outline.collect(spec.pipeline(), "", Optional.empty());
        return outline;
    }

    /** The path of a step without the numbers of items and passes. */
    static String general(String path) {
        return path.replaceAll("\\[[^\\]/]*]", "");
    }

    List<Placed> all() {
        return List.copyOf(steps.values());
    }

    Optional<Placed> at(String path) {
        return Optional.ofNullable(steps.get(path));
    }

    /** The steps directly in the bodies or the pipeline of a step. */
    List<Placed> inside(Placed step) {
        return inside.getOrDefault(step, List.of());
    }

    private void collect(PipelineSpec pipeline, String prefix, Optional<Placed> owner) {
        collect(pipeline.graph(), prefix, "", Surroundings.of(owner), owner);
    }

    private void collect(Graph graph, String prefix, String region, Surroundings within, Optional<Placed> parent) {
        for (Node node : graph.nodes()) {
            Placed placed = new Placed(prefix + node.name(), node, region, within, parent);
            steps.put(placed.path(), placed);
            within.steps().put(node.name(), placed);
            parent.ifPresent(step ->
                    inside.computeIfAbsent(step, key -> new ArrayList<>()).add(placed));
            bodies(placed, prefix);
        }
    }

    private void bodies(Placed placed, String prefix) {
        String within = placed.path() + "/";
        Optional<Placed> self = Optional.of(placed);
        switch (placed.node()) {
            case Node.ForEach map -> collect(map.body(), within, region(placed, "map"), placed.within(), self);
            case Node.Repeat loop -> collect(loop.body(), within, region(placed, "loop"), placed.within(), self);
            case Node.When when -> {
                collect(when.then(), prefix, region(placed, "then"), placed.within(), self);
                collect(when.otherwise(), prefix, region(placed, "otherwise"), placed.within(), self);
            }
            case Node.RunPipeline run -> collect(run.pipeline(), within, self);
            case Node.RunContainer run -> {}
            case Node.Apply apply -> {}
            case Node.Call call -> {}
            case Node.RunWorkflow run -> {}
            case Node.RunResource run -> {}
            case Node.Provided provided -> {}
            case Node.Approval approval -> {}
            case Node.Pause pause -> {}
        }
    }

    private static String region(Placed placed, String body) {
        return "%s%s of %s, ".formatted(placed.region(), body, placed.node().name());
    }
}
