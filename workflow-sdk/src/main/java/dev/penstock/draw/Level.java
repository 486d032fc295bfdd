package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Drawing.Reason;
import dev.penstock.draw.Drawing.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inside of one frame, or of the whole drawing: shapes, and the parts of lines that run among them. */
final class Level {

    final @Nullable Level around;
    final int place;
    final int depth;
    final List<Shape> shapes;
    final Map<Integer, Level> inside = new LinkedHashMap<>();
    final Map<Line, Strand> strands = new LinkedHashMap<>();

    private final List<int[]> pairs = new ArrayList<>();
    private final boolean[] held;
    private @Nullable Ranks ranks;

    /** {@code place} is that of the frame among the shapes of the level around it. */
    Level(@Nullable Level around, int place, List<Shape> shapes) {
        this.around = around;
        this.place = place;
        this.depth = around == null ? 0 : around.depth + 1;
        this.shapes = new ArrayList<>(shapes);
        this.held = new boolean[shapes.size()];
        for (int i = 0; i < held.length; i++) {
            Kind kind = shapes.get(i).kind();
            held[i] = kind == Kind.INPUT || kind == Kind.PORT || kind == Kind.DECISION;
        }
    }

    /** Notes that the one end of the hop stands above the other; to be called before anyone asks for ranks. */
    void order(Hop hop) {
        if (hop.from().isFrame()) {
            held[hop.to().shape()] = true;
        } else if (!hop.to().isFrame()) {
            pairs.add(new int[] {hop.from().shape(), hop.to().shape()});
        }
    }

    Ranks ranks() {
        if (ranks == null) {
            ranks = new Ranks(shapes.size(), pairs, held);
        }
        return ranks;
    }

    /** Lets the line run along the hop. */
    void add(Line line, Hop hop) {
        strands.computeIfAbsent(line, key -> new Strand(key, hop.from()))
                .targets
                .add(hop.to());
    }

    /** One value on its way to all who read it: arrows with the same origin and label share it. */
    record Line(String from, String label, Reason reason) {

        static Line of(Arrow arrow) {
            return new Line(arrow.from(), arrow.label(), arrow.reason());
        }
    }

    /** A place where a part of a line ends: at a shape itself, through its border to the inside, or at the frame. */
    record Joint(int shape, boolean through) {

        static final Joint FRAME = new Joint(-1, true);

        boolean isFrame() {
            return shape < 0;
        }
    }

    /** The part of an arrow within one level. */
    record Hop(Level level, Joint from, Joint to) {

        boolean isWithin() {
            return !from.isFrame() && !to.isFrame();
        }

        /** Whether it runs downwards; only in a cycle, which no sound pipeline has, some hop does not. */
        boolean isDownward() {
            return !isWithin() || level.ranks().isDownward(from.shape(), to.shape());
        }

        /** The ranks between its ends. */
        int length() {
            int start = from.isFrame() ? -1 : level.ranks().of(from.shape());
            int end = to.isFrame() ? level.ranks().deepest() + 1 : level.ranks().of(to.shape());
            return end - start;
        }
    }

    /** The part of a line within one level. */
    static final class Strand {

        final Line line;
        final Joint source;
        final Set<Joint> targets = new LinkedHashSet<>();

        Strand(Line line, Joint source) {
            this.line = line;
            this.source = source;
        }

        /** A line carries its label where it has left all frames that it leaves. */
        boolean isLabelled() {
            return !line.label().isEmpty() && !source.isFrame() && !targets.contains(Joint.FRAME);
        }
    }
}
