package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.End;
import dev.penstock.draw.Grid.Link;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins cells of neighbouring rows into blocks that stand straight above each other (Brandes and Köpf, 2001). */
final class Alignment {

    /** The first cell of the block of each cell. */
    final int[] root;

    /** How far each cell's middle is from that of the first of its block, so that the ends of a link meet. */
    final double[] shift;

    private final boolean[] joined;
    private final Map<Integer, List<Link>> preferredAbove = new HashMap<>();
    private final Map<Integer, List<Link>> preferredBelow = new HashMap<>();
    private final boolean fromAbove;
    private final boolean fromLeft;

    private Alignment(int cells, boolean fromAbove, boolean fromLeft) {
        this.root = new int[cells];
        this.shift = new double[cells];
        this.joined = new boolean[cells];
        this.fromAbove = fromAbove;
        this.fromLeft = fromLeft;
        for (int i = 0; i < cells; i++) {
            root[i] = i;
        }
    }

    static Alignment of(Grid grid, Set<Link> blocked, boolean fromAbove, boolean fromLeft) {
        Alignment alignment = new Alignment(grid.cells.size(), fromAbove, fromLeft);
        for (List<Cell> row : fromAbove ? grid.rows : grid.rows.reversed()) {
            alignment.join(row, blocked);
        }
        return alignment;
    }

    private void join(List<Cell> row, Set<Link> blocked) {
        int limit = fromLeft ? -1 : Integer.MAX_VALUE;
        for (Cell cell : fromLeft ? row : row.reversed()) {
            for (Link link : preferred(cell, fromAbove)) {
                Cell neighbour = far(link).cell();
                boolean free = fromLeft ? limit < neighbour.position : limit > neighbour.position;
                boolean mutual = preferred(neighbour, !fromAbove).contains(link);
                if (!joined[cell.index] && free && mutual && !blocked.contains(link)) {
                    joined[cell.index] = true;
                    root[cell.index] = root[neighbour.index];
                    shift[cell.index] = shift[neighbour.index]
                            + far(link).offset()
                            - near(link).offset();
                    limit = neighbour.position;
                }
            }
        }
    }

    private List<Link> preferred(Cell cell, boolean above) {
        return (above ? preferredAbove : preferredBelow).computeIfAbsent(cell.index, index -> middle(cell, above));
    }

    /** The links in the middle; for a lane the one that continues it, so that long lines stay straight. */
    private List<Link> middle(Cell cell, boolean above) {
        List<Link> links = above ? cell.up : cell.down;
        if (links.size() < 2) {
            return links;
        }
        List<Link> lanes = links.stream().filter(Link::joinsLanes).toList();
        if (cell.isLane() && lanes.size() == 1) {
            return lanes;
        }
        List<Link> sorted = links.stream()
                .sorted(Comparator.comparingDouble(link -> (above ? link.upper : link.lower).key()))
                .toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.subList(middle, middle + 1);
        }
        List<Link> both = sorted.subList(middle - 1, middle + 1);
        return fromLeft ? both : both.reversed();
    }

    private End far(Link link) {
        return fromAbove ? link.upper : link.lower;
    }

    private End near(Link link) {
        return fromAbove ? link.lower : link.upper;
    }
}
