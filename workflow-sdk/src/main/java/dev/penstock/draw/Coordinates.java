package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each cell of an ordered grid its place from left to right: the balance of four extreme layouts. */
final class Coordinates {

    private final Grid grid;
    private final Set<Link> blocked = new HashSet<>();

    private Coordinates(Grid grid) {
        this.grid = grid;
    }

    static void assign(Grid grid) {
        new Coordinates(grid).assign();
    }

    private void assign() {
        for (int i = 1; i < grid.rows.size(); i++) {
            block(grid.rows.get(i - 1), grid.rows.get(i));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (boolean fromAbove : new boolean[] {true, false}) {
            for (boolean fromLeft : new boolean[] {true, false}) {
                Alignment alignment = Alignment.of(grid, blocked, fromAbove, fromLeft);
                candidates.add(candidate(Compaction.of(grid, alignment, fromLeft), fromLeft));
            }
        }
        Candidate narrowest = candidates.getFirst();
        for (Candidate candidate : candidates) {
            narrowest = candidate.width() < narrowest.width() ? candidate : narrowest;
        }
        for (Cell cell : grid.cells) {
            double[] middles = new double[candidates.size()];
            for (int i = 0; i < middles.length; i++) {
                middles[i] = candidates.get(i).middle(cell, narrowest);
            }
            Arrays.sort(middles);
            cell.x = (middles[1] + middles[2]) / 2;
        }
        double left = grid.cells.stream()
                .mapToDouble(cell -> cell.x - cell.width / 2)
                .min()
                .orElse(0);
        grid.cells.forEach(cell -> cell.x -= left);
    }

    private Candidate candidate(double[] middles, boolean fromLeft) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Cell cell : grid.cells) {
            least = Math.min(least, middles[cell.index] - cell.width / 2);
            most = Math.max(most, middles[cell.index] + cell.width / 2);
        }
        return new Candidate(middles, least, most, fromLeft);
    }

    /** Links that would cross a long line give way to it: the line stays straight. */
    private void block(List<Cell> upper, List<Cell> lower) {
        int from = 0;
        int scanned = 0;
        for (int i = 0; i < lower.size(); i++) {
            Cell above = laneAbove(lower.get(i));
            if (above == null && i < lower.size() - 1) {
                continue;
            }
            int to = above == null ? upper.size() : above.position;
            for (; scanned <= i; scanned++) {
                for (Link link : lower.get(scanned).up) {
                    int position = link.upper.cell().position;
                    if ((position < from || position > to) && !link.joinsLanes()) {
                        blocked.add(link);
                    }
                }
            }
            from = to;
        }
    }

    private static @Nullable Cell laneAbove(Cell cell) {
        return cell.up.stream()
                .filter(Link::joinsLanes)
                .map(link -> link.upper.cell())
                .findFirst()
                .orElse(null);
    }

    // Made once per grid and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Candidate(double[] middles, double least, double most, boolean fromLeft) {

        double width() {
            return most - least;
        }

        /** The middle of a cell once this layout is moved to the same side as the narrowest. */
        double middle(Cell cell, Candidate narrowest) {
            return middles[cell.index] + (fromLeft ? narrowest.least - least : narrowest.most - most);
        }
    }
}
