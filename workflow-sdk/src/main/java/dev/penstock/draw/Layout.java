package dev.penstock.draw;

import static java.util.Objects.requireNonNull;

import dev.penstock.draw.Block.Piece;
import dev.penstock.draw.Block.Wire;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.draw.Drawing.Cluster;
import dev.penstock.draw.Parts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Places a drawing in layers from top to bottom, the inside of each frame before what is around it. */
final class Layout {

    static final double HEADER = 30;
    static final double PADDING = 16;

    private static final double WIDEST_TITLE = 420;

    private Layout() {}

    static Block of(Drawing drawing) {
        return inside(Plan.of(drawing));
    }

    private static Block inside(Level level) {
        List<Block> insides = new ArrayList<>();
        for (int i = 0; i < level.shapes.size(); i++) {
            Level inner = level.inside.get(i);
            insides.add(
                    switch (level.shapes.get(i)) {
                        case Box box -> room(Card.of(box));
                        case Cluster cluster -> frame(cluster, inside(requireNonNull(inner)));
                    });
        }
        List<Block> parts = new ArrayList<>();
        for (Part part : Parts.of(level)) {
            Grid grid = new Weaver(level, insides, part.strands()).weave(part.shapes());
            Ordering.improve(grid);
            Coordinates.assign(grid);
            Straightening.apply(grid);
            Slots.assign(grid);
            parts.add(new Plotter(grid, level.shapes, insides).plot());
        }
        return Shelves.pack(parts);
    }

    private static Block room(Card card) {
        return Block.empty(card.width(), card.height());
    }

    /** A body within its frame, under a title; lines that cross the frame go on to its border. */
    private static Block frame(Cluster cluster, Block body) {
        double title = Math.ceil(Phrase.width(Heading.of(cluster, WIDEST_TITLE))) + 1 + 2 * PADDING;
        double width = Math.max(body.width() + 2 * PADDING, title);
        double top = HEADER + PADDING;
        double bottom = top + body.height();
        double height = bottom + PADDING;
        Block inner = body.moved((width - body.width()) / 2, top);
        List<Wire> ends = new ArrayList<>();
        inner.entries().forEach((line, x) -> ends.add(new Wire(line, List.of(new Piece(x, 0, x, top)))));
        inner.exits().forEach((line, x) -> ends.add(new Wire(line, List.of(new Piece(x, bottom, x, height)))));
        Block border = new Block(0, 0, List.of(), ends, List.of(), List.of(), Map.of(), Map.of());
        return Block.union(List.of(border, inner), width, height);
    }
}
