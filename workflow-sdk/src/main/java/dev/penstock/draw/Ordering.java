package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders each row so that few lines cross, by moving cells towards the middle of their neighbours. */
final class Ordering {

    private static final int SWEEPS = 24;
    private static final int PATIENCE = 6;
    private static final int LARGE = 20_000;

    private final Grid grid;
    private long fewest;
    private int[] best;

    private Ordering(Grid grid) {
        this.grid = grid;
        this.fewest = Crossings.of(grid);
        this.best = positions();
    }

    static void improve(Grid grid) {
        new Ordering(grid).sweep();
    }

    private void sweep() {
        int sweeps = grid.cells.size() > LARGE ? 4 : SWEEPS;
        int inVain = 0;
        for (int i = 0; i < sweeps && fewest > 0 && inVain < PATIENCE; i++) {
            if (i % 2 == 0) {
                grid.rows.forEach(row -> arrange(row, true));
            } else {
                grid.rows.reversed().forEach(row -> arrange(row, false));
            }
            long crossings = Crossings.of(grid);
            inVain++;
            if (crossings < fewest) {
                fewest = crossings;
                best = positions();
                inVain = 0;
            }
        }
        restore();
    }

    /** Cells without neighbours on that side stay where they are. */
    private static void arrange(List<Cell> row, boolean byUpper) {
        Map<Cell, Double> middles = new HashMap<>();
        List<Cell> movable = new ArrayList<>();
        for (Cell cell : row) {
            List<Link> links = byUpper ? cell.up : cell.down;
            if (!links.isEmpty()) {
                movable.add(cell);
                middles.put(
                        cell,
                        links.stream()
                                .mapToDouble(link -> (byUpper ? link.upper : link.lower).key())
                                .average()
                                .orElse(0));
            }
        }
        movable.sort(Comparator.comparingDouble(cell -> middles.getOrDefault(cell, 0.0)));
        int next = 0;
        for (int i = 0; i < row.size(); i++) {
            if (middles.containsKey(row.get(i))) {
                row.set(i, movable.get(next++));
            }
        }
        number(row);
    }

    private static void number(List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            row.get(i).position = i;
        }
    }

    private int[] positions() {
        return grid.cells.stream().mapToInt(cell -> cell.position).toArray();
    }

    private void restore() {
        grid.cells.forEach(cell -> cell.position = best[cell.index]);
        grid.rows.forEach(row -> row.sort(Comparator.comparingInt(cell -> cell.position)));
    }
}
