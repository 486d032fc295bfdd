package dev.penstock.cli.stubs;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.Node.RunContainer;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the container steps of a pipeline, those in its bodies and handlers included. */
final class ContainerSteps {

    private ContainerSteps() {}

    static List<RunContainer> of(PipelineSpec pipeline) {
        List<RunContainer> found = new ArrayList<>();
        Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .forEach(graph -> collect(graph, found));
        return found;
    }

    private static void collect(Graph graph, List<RunContainer> found) {
        for (Node node : graph.nodes()) {
            if (node instanceof RunContainer run) {
                found.add(run);
            }
            References.bodies(node).forEach(body -> collect(body, found));
        }
    }
}
