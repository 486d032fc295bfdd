package dev.penstock.draw;

import dev.penstock.draw.Block.Frame;
import dev.penstock.draw.Block.Piece;
import dev.penstock.draw.Block.Tag;
import dev.penstock.draw.Block.Tip;
import dev.penstock.draw.Block.Wire;
import dev.penstock.draw.Drawing.Shape;
import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.Content;
import dev.penstock.draw.Grid.Link;
import dev.penstock.draw.Level.Line;
import dev.penstock.draw.Level.Strand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a grid whose cells have their places from left to right into a block: rows get their heights, links their curves. */
final class Plotter {

    private static final double WITHOUT_HEADS = 13;
    private static final double WITH_HEADS = 26;
    private static final double MOST_EXTRA = 90;

    private final Grid grid;
    private final List<Shape> shapes;
    private final List<Block> insides;
    private final double[] top;
    private final double[] bottom;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<Strand, Set<Piece>> pieces = new LinkedHashMap<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Tip> tips = new ArrayList<>();
    private final Map<Line, Double> entries = new LinkedHashMap<>();
    private final Map<Line, Double> exits = new LinkedHashMap<>();
    private final List<Block> parts = new ArrayList<>();

    Plotter(Grid grid, List<Shape> shapes, List<Block> insides) {
        this.grid = grid;
        this.shapes = shapes;
        this.insides = insides;
        this.top = new double[grid.rows.size()];
        this.bottom = new double[grid.rows.size()];
    }

    Block plot() {
        stackRows();
        grid.cells.forEach(this::plot);
        grid.links.forEach(this::plot);
        List<Wire> wires = new ArrayList<>();
        pieces.forEach((strand, curves) -> wires.add(new Wire(strand.line, List.copyOf(curves))));
        double width = grid.cells.stream()
                .mapToDouble(cell -> cell.x + cell.width / 2)
                .max()
                .orElse(0);
        double height = bottom.length == 0 ? 0 : bottom[bottom.length - 1];
        List<Block> all = new ArrayList<>();
        all.add(new Block(width, height, frames, wires, tags, tips, entries, exits));
        parts.forEach(part -> all.add(part.withoutPorts()));
        return Block.union(all, width, height);
    }

    private void stackRows() {
        double y = 0;
        for (int i = 0; i < top.length; i++) {
            List<Cell> row = grid.rows.get(i);
            y += i == 0 ? 0 : gapAbove(row);
            top[i] = y;
            y += row.stream().mapToDouble(cell -> cell.height).max().orElse(0);
            bottom[i] = y;
        }
    }

    /** Lines that go far to the side need more height, or they would run into each other. */
    private static double gapAbove(List<Cell> row) {
        double farthest = row.stream()
                .flatMap(cell -> cell.up.stream())
                .mapToDouble(link -> Math.abs(link.lowerX - link.upperX))
                .max()
                .orElse(0);
        boolean heads = row.stream().anyMatch(cell -> !cell.isLane());
        return (heads ? WITH_HEADS : WITHOUT_HEADS) + Math.min(MOST_EXTRA, farthest * 0.1);
    }

    private void plot(Cell cell) {
        double y = top[cell.row];
        switch (cell.content) {
            case Content.Body body -> {
                double left = cell.x - cell.width / 2;
                frames.add(new Frame(shapes.get(body.shape()), left, y, cell.width, cell.height));
                parts.add(insides.get(body.shape()).moved(left, y));
            }
            case Content.Lane lane -> {
                if (bottom[cell.row] > y) {
                    draw(cell.up.getFirst().strand, new Piece(cell.x, y, cell.x, bottom[cell.row]));
                }
            }
            case Content.Tagged tagged -> {
                Line line = tagged.strand().line;
                tags.add(new Tag(line, Weaver.label(line), cell.x, y, cell.width, cell.height));
            }
            case Content.Crossing crossing ->
                (crossing.entering() ? entries : exits).put(crossing.strand().line, cell.x);
        }
    }

    private void plot(Link link) {
        Cell upper = link.upper.cell();
        Cell lower = link.lower.cell();
        double start = bottom[upper.row];
        if (!upper.isLane() && top[upper.row] + upper.height < start) {
            draw(link.strand, new Piece(link.upperX, top[upper.row] + upper.height, link.upperX, start));
        }
        draw(link.strand, new Piece(link.upperX, start, link.lowerX, top[lower.row]));
        if (link.lower.free()) {
            Content.Body body = (Content.Body) lower.content;
            tips.add(new Tip(link.strand.line, shapes.get(body.shape()).id(), link.lowerX, top[lower.row]));
        }
    }

    private void draw(Strand strand, Piece piece) {
        pieces.computeIfAbsent(strand, key -> new LinkedHashSet<>()).add(piece);
    }
}
