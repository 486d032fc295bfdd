package dev.penstock.draw;

import dev.penstock.draw.Grid.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Moves blocks of aligned cells together as far as their neighbours let them. */
final class Compaction {

    private final Alignment alignment;
    private final List<List<Gap>> gaps = new ArrayList<>();
    private final int[] missing;
    private final double[] x;

    private Compaction(Grid grid, Alignment alignment) {
        this.alignment = alignment;
        this.missing = new int[grid.cells.size()];
        this.x = new double[grid.cells.size()];
        grid.cells.forEach(cell -> gaps.add(new ArrayList<>()));
    }

    /** The middle of each cell, as far left as can be, or as far right. */
    static double[] of(Grid grid, Alignment alignment, boolean leftwards) {
        Compaction compaction = new Compaction(grid, alignment);
        for (List<Cell> row : grid.rows) {
            for (int i = 1; i < row.size(); i++) {
                compaction.separate(row.get(i - 1), row.get(i), leftwards);
            }
        }
        compaction.push();
        return compaction.middles(leftwards);
    }

    private void separate(Cell left, Cell right, boolean leftwards) {
        int leftRoot = alignment.root[left.index];
        int rightRoot = alignment.root[right.index];
        double distance = left.distanceTo(right) + alignment.shift[left.index] - alignment.shift[right.index];
        Gap gap = leftwards ? new Gap(leftRoot, rightRoot, distance) : new Gap(rightRoot, leftRoot, distance);
        gaps.get(gap.from()).add(gap);
        missing[gap.to()]++;
    }

    private void push() {
        List<Integer> order = new ArrayList<>();
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int block = ready.remove();
            order.add(block);
            for (Gap gap : gaps.get(block)) {
                x[gap.to()] = Math.max(x[gap.to()], x[block] + gap.distance());
                if (--missing[gap.to()] == 0) {
                    ready.add(gap.to());
                }
            }
        }
        order.reversed().forEach(this::closeUp);
    }

    /** A block that nothing holds on its near side follows its far neighbours. */
    private void closeUp(int block) {
        gaps.get(block).stream()
                .mapToDouble(gap -> x[gap.to()] - gap.distance())
                .min()
                .ifPresent(farthest -> x[block] = Math.max(x[block], farthest));
    }

    private double[] middles(boolean leftwards) {
        double[] middles = new double[x.length];
        for (int i = 0; i < middles.length; i++) {
            double ofBlock = x[alignment.root[i]];
            middles[i] = (leftwards ? ofBlock : -ofBlock) + alignment.shift[i];
        }
        return middles;
    }

    private record Gap(int from, int to, double distance) {}
}
