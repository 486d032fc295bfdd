package dev.penstock.check;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through everything that a spec holds. */
final class Walk {

    private Walk() {}

    /** The pipeline and those inside it, outermost first. */
    static List<PipelineSpec> pipelines(Spec spec) {
        List<PipelineSpec> found = new ArrayList<>();
        collect(spec.pipeline(), found);
        return found;
    }

    private static void collect(PipelineSpec pipeline, List<PipelineSpec> found) {
        found.add(pipeline);
        for (Node node : nodes(pipeline)) {
            if (node instanceof Node.RunPipeline run) {
                collect(run.pipeline(), found);
            }
        }
    }

    /** The steps of a pipeline, of its handlers and of all bodies, in the order of their declaration. */
    static List<Node> nodes(PipelineSpec pipeline) {
        List<Node> found = new ArrayList<>();
        graphs(pipeline).forEach(graph -> collect(graph, found));
        return found;
    }

    /** The pipeline's own graph and those of its handlers. */
    static Stream<Graph> graphs(PipelineSpec pipeline) {
        return Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream);
    }

    private static void collect(Graph graph, List<Node> found) {
        for (Node node : graph.nodes()) {
            found.add(node);
            References.bodies(node).forEach(body -> collect(body, found));
        }
    }
}
