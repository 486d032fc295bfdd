package dev.penstock.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** How far down each shape of a level stands: below everything that it reads. */
final class Ranks {

    private final List<List<Integer>> after = new ArrayList<>();
    private final int[] incoming;
    private final int[] position;
    private final int[] order;
    private final int[] rank;
    private int deepest;

    /** A held shape stays as high as it can; others without input move down to their first reader. */
    Ranks(int shapes, List<int[]> pairs, boolean[] held) {
        incoming = new int[shapes];
        position = new int[shapes];
        order = new int[shapes];
        rank = new int[shapes];
        for (int i = 0; i < shapes; i++) {
            after.add(new ArrayList<>());
        }
        for (int[] pair : pairs) {
            after.get(pair[0]).add(pair[1]);
            incoming[pair[1]]++;
        }
        sort(incoming.clone());
        sink();
        lower(held);
    }

    int of(int shape) {
        return rank[shape];
    }

    /** Whether an arrow between these runs downwards; only cycles, which no sound pipeline has, prevent that. */
    boolean isDownward(int from, int to) {
        return position[from] < position[to];
    }

    int deepest() {
        return deepest;
    }

    private void sort(int[] missing) {
        boolean[] done = new boolean[missing.length];
        Deque<Integer> ready = new ArrayDeque<>();
        int placed = 0;
        int candidate = 0;
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        while (placed < missing.length) {
            while (ready.isEmpty() && done[candidate]) {
                candidate++;
            }
            int next = ready.isEmpty() ? candidate : ready.remove();
            if (done[next]) {
                continue;
            }
            done[next] = true;
            position[next] = placed;
            order[placed++] = next;
            for (int reader : after.get(next)) {
                if (--missing[reader] == 0 && !done[reader]) {
                    ready.add(reader);
                }
            }
        }
    }

    private void sink() {
        for (int shape : order) {
            for (int reader : after.get(shape)) {
                if (isDownward(shape, reader)) {
                    rank[reader] = Math.max(rank[reader], rank[shape] + 1);
                }
            }
            deepest = Math.max(deepest, rank[shape]);
        }
    }

    private void lower(boolean[] held) {
        for (int i = order.length - 1; i >= 0; i--) {
            int shape = order[i];
            if (incoming[shape] == 0 && !held[shape]) {
                after.get(shape).stream()
                        .filter(reader -> isDownward(shape, reader))
                        .mapToInt(reader -> rank[reader] - 1)
                        .min()
                        .ifPresent(lowest -> rank[shape] = lowest);
            }
        }
    }
}
