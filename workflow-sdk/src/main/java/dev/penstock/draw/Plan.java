package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.draw.Level.Hop;
import dev.penstock.draw.Level.Line;
import dev.penstock.draw.Nesting.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which arrows become lines, and through which levels those run. */
final class Plan {

    private final Nesting nesting;
    private final Map<String, Set<String>> told = new LinkedHashMap<>();

    private Plan(Nesting nesting) {
        this.nesting = nesting;
    }

    /** The outermost level; all levels hold their parts of the lines. */
    static Level of(Drawing drawing) {
        Plan plan = new Plan(new Nesting(drawing));
        plan.lay(drawing);
        return plan.nesting.root;
    }

    private void lay(Drawing drawing) {
        Map<Arrow, List<Hop>> routes = new LinkedHashMap<>();
        drawing.arrows().forEach(arrow -> routes.put(arrow, nesting.hops(arrow)));
        routes.values().forEach(hops -> hops.forEach(hop -> hop.level().order(hop)));
        Set<Arrow> cut = Cuts.of(routes);
        Map<String, String> names = new HashMap<>();
        drawing.everything().forEach(shape -> names.put(shape.id(), shape.name()));
        routes.forEach((arrow, hops) -> {
            if (cut.contains(arrow)) {
                told.computeIfAbsent(arrow.to(), to -> new LinkedHashSet<>()).add(names.getOrDefault(arrow.from(), ""));
            } else {
                hops.forEach(hop -> hop.level().add(Line.of(arrow), hop));
            }
        });
        told.forEach(this::tell);
    }

    /** An arrow that is not drawn is told in words by the box at which it would end. */
    private void tell(String to, Set<String> sources) {
        Place place = nesting.place(to);
        List<Shape> shapes = place.level().shapes;
        if (shapes.get(place.joint().shape()) instanceof Box box) {
            shapes.set(place.joint().shape(), box.telling("also reads " + String.join(", ", sources)));
        }
    }
}
