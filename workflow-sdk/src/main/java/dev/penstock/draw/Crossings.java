package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import dev.penstock.draw.Grid.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts how often links of a grid cross. */
final class Crossings {

    private Crossings() {}

    static long of(Grid grid) {
        long crossings = 0;
        for (List<Cell> row : grid.rows) {
            crossings += below(row);
        }
        return crossings;
    }

    private static long below(List<Cell> row) {
        List<Link> links = new ArrayList<>();
        row.forEach(cell -> links.addAll(cell.down));
        links.sort(Comparator.comparingDouble((Link link) -> link.upper.key())
                .thenComparingDouble(link -> link.lower.key()));
        double[] ends = links.stream().mapToDouble(link -> link.lower.key()).toArray();
        return inversions(ends, new double[ends.length], 0, ends.length);
    }

    /** Pairs in the wrong order, counted while sorting by merging. */
    private static long inversions(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && values[left] <= values[right])) {
                spare[i] = values[left++];
            } else {
                count += middle - left;
                spare[i] = values[right++];
            }
        }
        System.arraycopy(spare, from, values, from, to - from);
        return count;
    }
}
