package dev.penstock.draw;

import dev.penstock.draw.Drawing.Shape;
import dev.penstock.draw.Level.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of the picture in which everything has its place; {@code y} grows downwards. */
record Block(
        double width,
        double height,
        List<Frame> frames,
        List<Wire> wires,
        List<Tag> tags,
        List<Tip> tips,
        Map<Line, Double> entries,
        Map<Line, Double> exits) {

    /** A shape in its place. */
    record Frame(Shape shape, double x, double y, double width, double height) {
        double bottom() {
            return y + height;
        }
    }

    /** Curves and straight pieces of one line, each from top to bottom. */
    record Wire(Line line, List<Piece> pieces) {}

    /** From one point to another further down; it leaves and arrives vertically. */
    record Piece(double x, double y, double toX, double toY) {}

    /** The label of a line; {@code x} is its middle. */
    record Tag(Line line, String text, double x, double y, double width, double height) {}

    /** The head of an arrow, on the upper border of the shape that it points at. */
    record Tip(Line line, String to, double x, double y) {}

    /** Nothing but room. */
    static Block empty(double width, double height) {
        return new Block(width, height, List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    boolean hasPorts() {
        return !entries.isEmpty() || !exits.isEmpty();
    }

    Block withoutPorts() {
        return new Block(width, height, frames, wires, tags, tips, Map.of(), Map.of());
    }

    Block moved(double right, double down) {
        return new Block(
                width,
                height,
                frames.stream()
                        .map(it -> new Frame(it.shape(), it.x() + right, it.y() + down, it.width(), it.height()))
                        .toList(),
                wires.stream().map(it -> moved(it, right, down)).toList(),
                tags.stream()
                        .map(it ->
                                new Tag(it.line(), it.text(), it.x() + right, it.y() + down, it.width(), it.height()))
                        .toList(),
                tips.stream()
                        .map(it -> new Tip(it.line(), it.to(), it.x() + right, it.y() + down))
                        .toList(),
                moved(entries, right),
                moved(exits, right));
    }

    /** Everything of several blocks, in a space of the given size. */
    static Block union(List<Block> blocks, double width, double height) {
        List<Frame> frames = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        List<Tag> tags = new ArrayList<>();
        List<Tip> tips = new ArrayList<>();
        Map<Line, Double> entries = new LinkedHashMap<>();
        Map<Line, Double> exits = new LinkedHashMap<>();
        for (Block block : blocks) {
            frames.addAll(block.frames);
            wires.addAll(block.wires);
            tags.addAll(block.tags);
            tips.addAll(block.tips);
            entries.putAll(block.entries);
            exits.putAll(block.exits);
        }
        return new Block(width, height, frames, wires, tags, tips, entries, exits);
    }

    private static Wire moved(Wire wire, double right, double down) {
        List<Piece> pieces = wire.pieces().stream()
                .map(it -> new Piece(it.x() + right, it.y() + down, it.toX() + right, it.toY() + down))
                .toList();
        return new Wire(wire.line(), pieces);
    }

    private static Map<Line, Double> moved(Map<Line, Double> ports, double right) {
        Map<Line, Double> moved = new LinkedHashMap<>();
        ports.forEach((line, x) -> moved.put(line, x + right));
        return moved;
    }
}
