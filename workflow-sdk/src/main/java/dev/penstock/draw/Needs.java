package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Drawing.Reason;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.draw.Scope.Source;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects who needs what, to turn it into arrows once all shapes exist: a spec may name a step before it comes. */
final class Needs {

    private final List<Need> needs = new ArrayList<>();
    private final Map<String, String> frames = new HashMap<>();
    private final Set<Arrow> arrows = new LinkedHashSet<>();

    /** The shape reads what the expression names. */
    void read(Expression expression, String reader, Scope scope) {
        Readings.sources(expression, (source, path) -> needs.add(new Need(source, path, reader, scope, Reason.DATA)));
    }

    /** The shape comes after the steps that the node is told to await. */
    void await(Node node, String waiting, Scope scope) {
        node.after()
                .forEach(step -> needs.add(new Need(new Expression.Output(step), "", waiting, scope, Reason.ORDER)));
    }

    /** The arrows among these shapes; what a need names and nobody yields is left out. */
    List<Arrow> arrows(List<Shape> shapes) {
        shapes.forEach(this::noteFrames);
        needs.forEach(need -> need.scope().find(need.source()).ifPresent(source -> add(need, source)));
        return List.copyOf(arrows);
    }

    private void add(Need need, Source source) {
        switch (need.reason()) {
            case DATA -> {
                String label = need.path().isEmpty() ? source.label() : need.path();
                source.yielding().forEach(from -> add(new Arrow(from, need.reader(), label, Reason.DATA)));
            }
            case ORDER, CHOICE -> add(new Arrow(source.whole(), need.reader(), "", need.reason()));
        }
    }

    private void add(Arrow arrow) {
        if (!isAround(arrow.from(), arrow.to()) && !isAround(arrow.to(), arrow.from())) {
            arrows.add(arrow);
        }
    }

    private boolean isAround(String frame, String id) {
        for (@Nullable String at = id; at != null; at = frames.get(at)) {
            if (at.equals(frame)) {
                return true;
            }
        }
        return false;
    }

    private void noteFrames(Shape shape) {
        if (shape instanceof Cluster cluster) {
            cluster.shapes().forEach(inner -> frames.put(inner.id(), cluster.id()));
            cluster.shapes().forEach(this::noteFrames);
        }
    }

    private record Need(Expression source, String path, String reader, Scope scope, Reason reason) {}
}
