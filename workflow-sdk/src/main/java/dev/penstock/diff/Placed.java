package dev.penstock.diff;

import dev.penstock.diff.Region.Branch;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step and where in its pipeline it stands. */
record Placed(String path, Region region, Node node) {

    static final String SEPARATOR = " > ";

    /** All steps of a pipeline, those in bodies and handlers included, in the order of their declaration. */
    static List<Placed> all(PipelineSpec pipeline, String prefix) {
        List<Placed> all = new ArrayList<>();
        graphs(pipeline).forEach((branch, graph) -> collect(graph, Region.of(branch), prefix + title(branch), all));
        return all;
    }

    /** The graph of a pipeline and those of its handlers. */
    static Map<Branch, Graph> graphs(PipelineSpec pipeline) {
        Map<Branch, Graph> graphs = new LinkedHashMap<>();
        graphs.put(Branch.MAIN, pipeline.graph());
        pipeline.onFailure().ifPresent(graph -> graphs.put(Branch.ON_FAILURE, graph));
        pipeline.lastly().ifPresent(graph -> graphs.put(Branch.LASTLY, graph));
        return graphs;
    }

    /** The bodies of a step. */
    static Map<Branch, Graph> bodies(Node node) {
        Map<Branch, Graph> bodies = new LinkedHashMap<>();
        switch (node) {
            case Node.ForEach each -> bodies.put(Branch.BODY, each.body());
            case Node.Repeat repeat -> bodies.put(Branch.BODY, repeat.body());
            case Node.When when -> {
                bodies.put(Branch.THEN, when.then());
                bodies.put(Branch.OTHERWISE, when.otherwise());
            }
            case Node.RunContainer run -> {}
            case Node.Apply apply -> {}
            case Node.Call call -> {}
            case Node.RunWorkflow run -> {}
            case Node.RunResource run -> {}
            case Node.RunPipeline run -> {}
            case Node.Provided provided -> {}
            case Node.Approval approval -> {}
            case Node.Pause pause -> {}
        }
        return bodies;
    }

    static String title(Branch branch) {
        return switch (branch) {
            case ON_FAILURE -> "on failure" + SEPARATOR;
            case LASTLY -> "lastly" + SEPARATOR;
            case MAIN, BODY, THEN, OTHERWISE -> "";
        };
    }

    /** What the paths of the steps in its bodies begin with. */
    String inside() {
        return path + SEPARATOR;
    }

    String name() {
        return node.name();
    }

    private static void collect(Graph graph, Region region, String prefix, List<Placed> into) {
        for (Node node : graph.nodes()) {
            String path = prefix + node.name();
            into.add(new Placed(path, region, node));
            bodies(node)
                    .forEach((branch, body) -> collect(body, new Region(branch, node.name()), path + SEPARATOR, into));
        }
    }
}
