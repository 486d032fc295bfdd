package dev.penstock.cli.connect;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether a pipeline has steps that run in containers. */
final class Containers {

    private Containers() {}

    static boolean areIn(PipelineSpec pipeline) {
        return Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .anyMatch(Containers::areIn);
    }

    private static boolean areIn(Graph graph) {
        return graph.nodes().stream()
                .anyMatch(node -> node instanceof Node.RunContainer
                        || (node instanceof Node.RunPipeline inner && areIn(inner.pipeline()))
                        || References.bodies(node).stream().anyMatch(Containers::areIn));
    }
}
