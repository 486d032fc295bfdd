package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.penstock.draw.Block.Frame;
import dev.penstock.draw.Block.Piece;
import dev.penstock.draw.Block.Tag;
import dev.penstock.draw.Block.Tip;
import dev.penstock.draw.Block.Wire;
import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Level.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold in every picture. */
final class Soundness {

    private static final double ALMOST = 0.01;

    private final Drawing drawing;
    private final Block block;
    private final Map<String, Frame> frames = new HashMap<>();
    private final Map<String, String> around = new HashMap<>();

    Soundness(Drawing drawing) {
        this.drawing = drawing;
        this.block = Layout.of(drawing);
        block.frames().forEach(frame -> frames.put(frame.shape().id(), frame));
        drawing.everything().forEach(shape -> {
            if (shape instanceof Cluster cluster) {
                cluster.shapes().forEach(inner -> around.put(inner.id(), cluster.id()));
            }
        });
    }

    void check() {
        assertThat(frames).as("every shape has a place").hasSize((int)
                drawing.everything().count());
        checkThatShapesKeepApart();
        checkThatTextFits();
        checkThatArrowsArrive();
        checkThatLinesAvoidShapes();
        checkThatLabelsKeepApart();
    }

    private void checkThatShapesKeepApart() {
        for (Frame one : block.frames()) {
            String parent = around.get(one.shape().id());
            if (parent != null) {
                assertThat(contains(frames.get(parent), one))
                        .as(parent + " holds " + one)
                        .isTrue();
            }
            for (Frame other : block.frames()) {
                if (overlap(one, other) && !isAround(one, other) && !isAround(other, one)) {
                    fail(one + " overlaps " + other);
                }
            }
        }
    }

    private void checkThatTextFits() {
        for (Frame frame : block.frames()) {
            if (frame.shape() instanceof Box box) {
                for (Card.Run run : Card.of(box).runs()) {
                    double half = run.centred() ? Phrase.width(run.phrases()) / 2 : 0;
                    assertThat(run.x() - half).as(box.name()).isGreaterThanOrEqualTo(0);
                    assertThat(run.x() - half + Phrase.width(run.phrases())).isLessThanOrEqualTo(frame.width());
                    assertThat(run.y()).isLessThanOrEqualTo(frame.height());
                }
            } else if (frame.shape() instanceof Cluster cluster) {
                List<Phrase> heading = Heading.of(cluster, frame.width() - 2 * Layout.PADDING);
                assertThat(Phrase.width(heading)).isLessThanOrEqualTo(frame.width() - Layout.PADDING);
            }
        }
    }

    /** From the lower border of its source, every line can be followed to the upper border of every reader. */
    private void checkThatArrowsArrive() {
        Map<Line, List<Wire>> wires = block.wires().stream().collect(Collectors.groupingBy(Wire::line));
        for (Arrow arrow : drawing.arrows()) {
            Line line = Line.of(arrow);
            Frame source = frames.get(arrow.from());
            Frame target = frames.get(arrow.to());
            List<Piece> reached = reached(line, wires.getOrDefault(line, List.of()), source);
            List<Tip> tips = block.tips().stream()
                    .filter(tip -> tip.line().equals(line) && tip.to().equals(arrow.to()))
                    .toList();
            assertThat(tips).as("heads of " + arrow).hasSize(1);
            Tip tip = tips.getFirst();
            assertThat(same(tip.y(), target.y())).as(arrow + " ends on top").isTrue();
            assertThat(tip.x()).isBetween(target.x(), target.x() + target.width());
            assertThat(reached)
                    .as(arrow + " arrives")
                    .anyMatch(piece -> same(piece.toX(), tip.x()) && same(piece.toY(), tip.y()));
        }
    }

    /** The lower ends of all pieces of a line to which its source leads. */
    private List<Piece> reached(Line line, List<Wire> wires, Frame source) {
        List<Piece> pieces = new ArrayList<>();
        wires.forEach(wire -> pieces.addAll(wire.pieces()));
        block.tags().stream()
                .filter(tag -> tag.line().equals(line))
                .forEach(tag -> pieces.add(new Piece(tag.x(), tag.y(), tag.x(), tag.y() + tag.height())));
        Deque<Piece> open = new ArrayDeque<>();
        double left = source.x();
        double right = source.x() + source.width();
        pieces.stream()
                .filter(piece -> same(piece.y(), source.bottom()) && piece.x() >= left && piece.x() <= right)
                .forEach(open::add);
        Set<Piece> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Piece piece = open.remove();
            if (reached.add(piece)) {
                pieces.stream()
                        .filter(next -> same(next.x(), piece.toX()) && same(next.y(), piece.toY()))
                        .forEach(open::add);
            }
        }
        return List.copyOf(reached);
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) < ALMOST;
    }

    /** Lines pass through no shape but the frames around their ends. */
    private void checkThatLinesAvoidShapes() {
        Map<Line, Set<String>> allowed = new HashMap<>();
        for (Arrow arrow : drawing.arrows()) {
            Set<String> frames = allowed.computeIfAbsent(Line.of(arrow), line -> new HashSet<>());
            for (String end : List.of(arrow.from(), arrow.to())) {
                for (String at = around.get(end); at != null; at = around.get(at)) {
                    frames.add(at);
                }
            }
        }
        for (Wire wire : block.wires()) {
            for (Piece piece : wire.pieces()) {
                for (Frame frame : block.frames()) {
                    boolean apart = piece.toY() <= frame.y() || piece.y() >= frame.bottom();
                    if (!apart
                            && !allowed.get(wire.line()).contains(frame.shape().id())
                            && crosses(piece, frame)) {
                        fail(wire.line() + " through " + frame);
                    }
                }
            }
        }
    }

    private static boolean crosses(Piece piece, Frame frame) {
        for (int i = 0; i <= 16; i++) {
            double t = i / 16.0;
            double u = 1 - t;
            double x = piece.x() + (piece.toX() - piece.x()) * t * t * (3 - 2 * t);
            double middle = (piece.y() + piece.toY()) / 2;
            double y = u * u * u * piece.y() + 3 * u * t * middle + t * t * t * piece.toY();
            if (holds(frame, x, y)) {
                return true;
            }
        }
        return false;
    }

    private void checkThatLabelsKeepApart() {
        List<Tag> tags = block.tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag one = tags.get(i);
            for (Tag other : tags.subList(i + 1, tags.size())) {
                boolean beside = Math.abs(one.x() - other.x()) >= (one.width() + other.width()) / 2;
                if (!beside && Math.abs(one.y() - other.y()) < one.height()) {
                    fail(one + " over " + other);
                }
            }
        }
    }

    private boolean isAround(Frame outer, Frame inner) {
        for (String at = inner.shape().id(); at != null; at = around.get(at)) {
            if (at.equals(outer.shape().id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Frame outer, Frame inner) {
        return outer.x() <= inner.x()
                && outer.y() + Layout.HEADER <= inner.y()
                && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.bottom() <= outer.bottom();
    }

    private static boolean overlap(Frame one, Frame other) {
        return one.x() < other.x() + other.width() - ALMOST
                && other.x() < one.x() + one.width() - ALMOST
                && one.y() < other.bottom() - ALMOST
                && other.y() < one.bottom() - ALMOST;
    }

    private static boolean holds(Frame frame, double x, double y) {
        return x > frame.x() + ALMOST
                && x < frame.x() + frame.width() - ALMOST
                && y > frame.y() + ALMOST
                && y < frame.bottom() - ALMOST;
    }
}
