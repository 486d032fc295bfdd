package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.draw.Level.Hop;
import dev.penstock.draw.Level.Joint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows in which level each shape lies, and through which levels an arrow runs. */
final class Nesting {

    final Level root;
    final List<Level> levels = new ArrayList<>();

    private final Map<String, Place> places = new HashMap<>();

    Nesting(Drawing drawing) {
        root = new Level(null, -1, drawing.shapes());
        note(root);
    }

    /** The parts of an arrow, from the level of its origin up, across and down to the level of its end. */
    List<Hop> hops(Arrow arrow) {
        Place from = place(arrow.from());
        Place to = place(arrow.to());
        List<Hop> rising = new ArrayList<>();
        List<Hop> sinking = new ArrayList<>();
        while (from.level() != to.level()) {
            if (from.level().depth >= to.level().depth) {
                rising.add(new Hop(from.level(), from.joint(), Joint.FRAME));
                from = from.outward();
            } else {
                sinking.add(new Hop(to.level(), Joint.FRAME, to.joint()));
                to = to.outward();
            }
        }
        rising.add(new Hop(from.level(), from.joint(), to.joint()));
        Collections.reverse(sinking);
        rising.addAll(sinking);
        return rising;
    }

    Place place(String id) {
        Place place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("no shape has the id " + id);
        }
        return place;
    }

    private void note(Level level) {
        levels.add(level);
        for (int i = 0; i < level.shapes.size(); i++) {
            Shape shape = level.shapes.get(i);
            places.put(shape.id(), new Place(level, new Joint(i, false)));
            if (shape instanceof Cluster cluster) {
                Level inside = new Level(level, i, cluster.shapes());
                level.inside.put(i, inside);
                note(inside);
            }
        }
    }

    /** A joint of a level. */
    record Place(Level level, Joint joint) {

        Place outward() {
            if (level.around == null) {
                throw new IllegalStateException("nothing is around the whole drawing");
            }
            return new Place(level.around, new Joint(level.place, true));
        }
    }
}
