package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.Content;
import dev.penstock.draw.Grid.End;
import dev.penstock.draw.Level.Joint;
import dev.penstock.draw.Level.Line;
import dev.penstock.draw.Level.Strand;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts connected shapes of a level into rows and gives each line a lane in every row that it passes. */
final class Weaver {

    private static final double LANE = 8;
    private static final double LABEL_HEIGHT = 16;
    private static final double WIDEST_LABEL = 150;

    private final Ranks ranks;
    private final List<Block> insides;
    private final List<Strand> strands;
    private final Map<Integer, Cell> bodies = new HashMap<>();
    private final Map<Strand, Cell> entries = new HashMap<>();
    private final Map<Strand, Cell> exits = new HashMap<>();

    /** {@code insides} holds a block for each shape of the level; that of a box has just its size. */
    Weaver(Level level, List<Block> insides, List<Strand> strands) {
        this.ranks = level.ranks();
        this.insides = insides;
        this.strands = strands;
    }

    Grid weave(List<Integer> members) {
        SortedMap<Integer, Integer> rows = new TreeMap<>();
        SortedSet<Integer> used = new TreeSet<>();
        members.forEach(shape -> used.add(ranks.of(shape)));
        SortedSet<Integer> labelled = new TreeSet<>();
        strands.stream().filter(Strand::isLabelled).forEach(strand -> labelled.add(ranks.of(strand.source.shape())));
        boolean entered = strands.stream().anyMatch(strand -> strand.source.isFrame());
        boolean left = strands.stream().anyMatch(strand -> strand.targets.contains(Joint.FRAME));
        int count = entered ? 1 : 0;
        for (int rank : used) {
            rows.put(rank, count++);
            if (labelled.contains(rank)) {
                count++;
            }
        }
        Grid grid = new Grid(count + (left ? 1 : 0));
        for (int shape : members) {
            Block inside = insides.get(shape);
            int row = rows.getOrDefault(ranks.of(shape), 0);
            bodies.put(shape, grid.add(new Content.Body(shape), row, inside.width(), inside.height()));
        }
        strands.forEach(strand -> border(strand, grid));
        strands.forEach(strand -> lay(strand, grid));
        return grid;
    }

    private void border(Strand strand, Grid grid) {
        if (strand.source.isFrame()) {
            entries.put(strand, grid.add(new Content.Crossing(strand, true), 0, LANE, 0));
        }
        if (strand.targets.contains(Joint.FRAME)) {
            exits.put(strand, grid.add(new Content.Crossing(strand, false), grid.rows.size() - 1, LANE, 0));
        }
    }

    /** One trunk down to the row above the lowest reader, from which each reader branches off just above itself. */
    private void lay(Strand strand, Grid grid) {
        List<End> ends = strand.targets.stream()
                .map(joint -> end(joint, strand, false))
                .sorted(Comparator.comparingInt(end -> end.cell().row))
                .toList();
        End trunk = end(strand.source, strand, true);
        int top = trunk.cell().row;
        int row = top;
        for (End end : ends) {
            while (row < end.cell().row - 1) {
                row++;
                Cell lane = row == top + 1 && strand.isLabelled()
                        ? grid.add(new Content.Tagged(strand), row, labelWidth(strand.line), LABEL_HEIGHT)
                        : grid.add(new Content.Lane(), row, LANE, 0);
                grid.link(strand, trunk, End.middle(lane));
                trunk = End.middle(lane);
            }
            grid.link(strand, trunk, end);
        }
    }

    private End end(Joint joint, Strand strand, boolean source) {
        if (joint.isFrame()) {
            return End.middle(found(source ? entries.get(strand) : exits.get(strand)));
        }
        Cell cell = found(bodies.get(joint.shape()));
        if (!joint.through()) {
            return new End(cell, 0, true);
        }
        Block inside = insides.get(joint.shape());
        Double port = (source ? inside.exits() : inside.entries()).get(strand.line);
        return new End(cell, (port == null ? inside.width() / 2 : port) - inside.width() / 2, false);
    }

    static String label(Line line) {
        return Face.LABEL.shorten(line.label(), WIDEST_LABEL);
    }

    private static double labelWidth(Line line) {
        return Face.LABEL.width(label(line)) + 8;
    }

    private static Cell found(@Nullable Cell cell) {
        if (cell == null) {
            throw new IllegalStateException("a line ends outside of its level");
        }
        return cell;
    }
}
