package dev.penstock.engine;

import java.util.stream.IntStream;

/** Knows which steps of a graph are ready, given those that have ended. */
public final class Frontier {

    private final CompiledGraph graph;
    private final int[] waits;
    private int open;

    public Frontier(CompiledGraph graph) {
        this.graph = graph;
        this.waits = graph.waits();
        this.open = graph.size();
    }

    /** The steps that await nothing, in the order of their declaration. */
    public int[] first() {
        return IntStream.range(0, waits.length).filter(i -> waits[i] == 0).toArray();
    }

    /** The steps that become ready by the end of this one, in the order of their declaration. */
    public int[] ended(int step) {
        open--;
        return IntStream.of(graph.dependents(step))
                .filter(dependent -> --waits[dependent] == 0)
                .toArray();
    }

    public boolean isDone() {
        return open == 0;
    }
}
