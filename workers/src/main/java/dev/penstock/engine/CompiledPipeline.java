package dev.penstock.engine;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.type.Types;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A pipeline of a spec, ready to run. */
public record CompiledPipeline(
        PipelineSpec spec,
        Types types,
        CompiledGraph graph,
        Optional<CompiledGraph> onFailure,
        Optional<CompiledGraph> lastly,
        SortedMap<String, Node> nodes,
        SortedMap<String, CompiledGraph> maps,
        SortedMap<String, CompiledPipeline> parts,
        Tasks tasks) {

    static CompiledPipeline of(PipelineSpec spec, Types types) {
        SortedMap<String, Node> nodes = new TreeMap<>();
        collect(spec.graph(), nodes);
        spec.onFailure().ifPresent(graph -> collect(graph, nodes));
        spec.lastly().ifPresent(graph -> collect(graph, nodes));
        SortedMap<String, CompiledPipeline> parts = new TreeMap<>();
        nodes.forEach((name, node) -> {
            if (node instanceof Node.RunPipeline run) {
                parts.put(name, of(run.pipeline(), types));
            }
        });
        CompiledGraph graph = CompiledGraph.of(spec.graph());
        Optional<CompiledGraph> onFailure = spec.onFailure().map(CompiledGraph::of);
        Optional<CompiledGraph> lastly = spec.lastly().map(CompiledGraph::of);
        SortedMap<String, CompiledGraph> maps = new TreeMap<>();
        Stream.of(Optional.of(graph), onFailure, lastly)
                .flatMap(Optional::stream)
                .forEach(each -> maps(each, maps));
        return new CompiledPipeline(
                spec,
                types,
                graph,
                onFailure,
                lastly,
                Collections.unmodifiableSortedMap(nodes),
                Collections.unmodifiableSortedMap(maps),
                Collections.unmodifiableSortedMap(parts),
                new Tasks(spec.settings().rejecting(), types));
    }

    /** The bodies of all maps. */
    private static void maps(CompiledGraph graph, SortedMap<String, CompiledGraph> into) {
        for (int i = 0; i < graph.size(); i++) {
            if (graph.node(i) instanceof Node.ForEach map) {
                into.put(map.name(), graph.bodies(i).getFirst());
            }
            graph.bodies(i).forEach(body -> maps(body, into));
        }
    }

    private static void collect(Graph graph, SortedMap<String, Node> into) {
        for (Node node : graph.nodes()) {
            into.put(node.name(), node);
            References.bodies(node).forEach(body -> collect(body, into));
        }
    }

    /** The pipeline to which these steps lead. */
    public CompiledPipeline within(List<String> steps) {
        CompiledPipeline here = this;
        for (String step : steps) {
            here = Optional.ofNullable(here.parts.get(step))
                    .orElseThrow(() -> new IllegalStateException("no pipeline behind " + String.join("/", steps)));
        }
        return here;
    }

    public CompiledGraph mapBody(String name) {
        return Optional.ofNullable(maps.get(name))
                .orElseThrow(() -> new IllegalStateException("no map called " + name));
    }

    public Node node(String name) {
        return Optional.ofNullable(nodes.get(name))
                .orElseThrow(() -> new IllegalStateException("no step called " + name));
    }
}
