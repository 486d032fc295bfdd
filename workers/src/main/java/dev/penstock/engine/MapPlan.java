package dev.penstock.engine;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;

/**
 * How the items of a map are spread, so that no history grows too long.
 *
 * @param leaf items that one workflow works on; all of them when the map needs no children
 * @param leavesAtOnce leaves in work at the same time
 * @param itemsAtOnce items of a leaf in work at the same time
 */
public record MapPlan(int items, int leaf, int leavesAtOnce, int itemsAtOnce) {

    /** Children of one parent at the most. */
    public static final int MOST_CHILDREN = 500;

    private static final int MOST_ITEMS_OF_LEAF = 200;
    private static final int MOST_EVENTS_OF_LEAF = 1_500;
    private static final int MOST_EVENTS_INLINE = 2_000;
    private static final int MOST_ITEMS_AT_ONCE = 100;
    private static final int MOST_LEAVES_AT_ONCE = 4;

    /** A plan for this many items, of which up to {@code atMost} may be in work at once. */
    public static MapPlan of(int items, Graph body, int atMost) {
        int weight = Math.max(1, events(body));
        if ((long) items * weight <= MOST_EVENTS_INLINE && items <= MOST_CHILDREN) {
            return new MapPlan(items, Math.max(1, items), 1, Math.min(atMost, MOST_ITEMS_AT_ONCE));
        }
        int leaf = Math.clamp(MOST_EVENTS_OF_LEAF / weight, 1, MOST_ITEMS_OF_LEAF);
        int atOnceInLeaf = Math.min(leaf, MOST_ITEMS_AT_ONCE);
        int leavesAtOnce = Math.clamp((atMost + (long) atOnceInLeaf - 1) / atOnceInLeaf, 1, MOST_LEAVES_AT_ONCE);
        return new MapPlan(items, leaf, leavesAtOnce, Math.min(atOnceInLeaf, Math.max(1, atMost / leavesAtOnce)));
    }

    public boolean isInline() {
        return items <= leaf;
    }

    /** Items below one child of the map's own workflow: a leaf, or more where there are too many leaves. */
    public long itemsOfChild() {
        return itemsOfChild(items, leaf);
    }

    /** The same for any number of items. */
    public static long itemsOfChild(long items, int leaf) {
        long child = leaf;
        while ((items + child - 1) / child > MOST_CHILDREN) {
            child *= MOST_CHILDREN;
        }
        return child;
    }

    /** Roughly the events that one pass through a graph adds to the history of its workflow. */
    static int events(Graph graph) {
        int sum = 0;
        for (Node node : graph.nodes()) {
            sum += switch (node) {
                case Node.Apply apply -> 2;
                case Node.Call call -> 4;
                case Node.RunContainer run -> 6;
                case Node.RunResource run -> 6;
                case Node.RunPipeline run -> 6;
                case Node.RunWorkflow run -> 6;
                case Node.ForEach each -> 40;
                case Node.When when ->
                    References.bodies(when).stream()
                            .mapToInt(MapPlan::events)
                            .max()
                            .orElse(0);
                case Node.Repeat repeat -> repeat.atMost() * events(repeat.body());
                case Node.Provided provided -> 0;
                case Node.Approval approval -> 10;
                case Node.Pause pause -> 5;
            };
        }
        return Math.min(sum, 1_000_000);
    }
}
