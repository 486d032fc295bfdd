package dev.penstock.engine;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph with the order of its steps worked out once. */
public final class CompiledGraph {

    private final Graph graph;
    private final int[] waits;
    private final List<int[]> dependents;
    private final List<List<CompiledGraph>> bodies;

    private CompiledGraph(Graph graph, int[] waits, List<int[]> dependents, List<List<CompiledGraph>> bodies) {
        this.graph = graph;
        this.waits = waits;
        this.dependents = dependents;
        this.bodies = bodies;
    }

    public static CompiledGraph of(Graph graph) {
        List<Node> nodes = graph.nodes();
        Map<String, Integer> positions = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            positions.put(nodes.get(i).name(), i);
        }
        int[] waits = new int[nodes.size()];
        List<List<Integer>> dependents = new ArrayList<>();
        nodes.forEach(node -> dependents.add(new ArrayList<>()));
        for (int i = 0; i < nodes.size(); i++) {
            for (String awaited : References.stepsWithBodies(nodes.get(i))) {
                Integer position = positions.get(awaited);
                if (position != null && position != i) {
                    waits[i]++;
                    dependents.get(position).add(i);
                }
            }
        }
        return new CompiledGraph(
                graph,
                waits,
                dependents.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toList(),
                nodes.stream()
                        .map(node -> References.bodies(node).stream()
                                .map(CompiledGraph::of)
                                .toList())
                        .toList());
    }

    public Graph graph() {
        return graph;
    }

    public Node node(int step) {
        return graph.nodes().get(step);
    }

    public int size() {
        return waits.length;
    }

    /** How many steps each step awaits. */
    int[] waits() {
        return waits.clone();
    }

    /** The steps that await this one. */
    int[] dependents(int step) {
        return dependents.get(step);
    }

    /** The bodies of a step, in their order. */
    public List<CompiledGraph> bodies(int step) {
        return bodies.get(step);
    }
}
