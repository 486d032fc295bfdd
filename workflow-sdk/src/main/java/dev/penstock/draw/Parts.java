package dev.penstock.draw;

import dev.penstock.draw.Level.Joint;
import dev.penstock.draw.Level.Strand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a level into parts without any line between them, each of which is laid out on its own. */
final class Parts {

    private final int[] leader;
    private final int frame;

    private Parts(Level level) {
        frame = level.shapes.size();
        leader = new int[frame + 1];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
        for (Strand strand : level.strands.values()) {
            strand.targets.forEach(target -> join(index(strand.source), index(target)));
        }
    }

    /** The parts in the order of their first shapes; those with lines to the outside are one. */
    static Collection<Part> of(Level level) {
        Parts parts = new Parts(level);
        Map<Integer, Part> found = new LinkedHashMap<>();
        for (int i = 0; i < level.shapes.size(); i++) {
            part(found, parts.find(i)).shapes().add(i);
        }
        level.strands
                .values()
                .forEach(strand -> part(found, parts.find(parts.index(strand.source)))
                        .strands()
                        .add(strand));
        return found.values();
    }

    private static Part part(Map<Integer, Part> found, int leader) {
        return found.computeIfAbsent(leader, key -> new Part(new ArrayList<>(), new ArrayList<>()));
    }

    private int index(Joint joint) {
        return joint.isFrame() ? frame : joint.shape();
    }

    private void join(int one, int other) {
        leader[find(one)] = find(other);
    }

    private int find(int member) {
        int at = member;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /** Shapes and the lines among them. */
    record Part(List<Integer> shapes, List<Strand> strands) {}
}
