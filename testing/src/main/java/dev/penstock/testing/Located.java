package dev.penstock.testing;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step and the steps around it, the outermost first. */
record Located(Node node, List<Node> around) {

    /** The steps of a pipeline, of its bodies and handlers; not those of pipelines inside it, whose names are their own. */
    static List<Located> all(PipelineSpec pipeline) {
        List<Located> all = new ArrayList<>();
        Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .forEach(graph -> collect(graph, List.of(), all));
        return all;
    }

    String name() {
        return node.name();
    }

    /** For people: the name and the place of its declaration. */
    String described() {
        return "\"%s\" (%s)".formatted(node.name(), node.at());
    }

    private static void collect(Graph graph, List<Node> around, List<Located> into) {
        for (Node node : graph.nodes()) {
            into.add(new Located(node, around));
            List<Node> inside = Stream.concat(around.stream(), Stream.of(node)).toList();
            References.bodies(node).forEach(body -> collect(body, inside, into));
        }
    }
}
