package dev.penstock.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Places on a line, each as near as can be to the one wished for, in order and at least so far apart. */
final class Spread {

    private final double apart;
    private final Deque<Group> groups = new ArrayDeque<>();
    private int count;

    Spread(double apart) {
        this.apart = apart;
    }

    /** Adds a wish to the right of those before; wishes that collide share their middle. */
    void add(double wish) {
        Group group = new Group(wish - count++ * apart, 1);
        while (!groups.isEmpty() && groups.getLast().start() > group.start()) {
            group = group.and(groups.removeLast());
        }
        groups.add(group);
    }

    List<Double> within(Span border) {
        List<Double> places = new ArrayList<>();
        double room = (count - 1) * apart;
        Span starts = new Span(border.least(), Math.max(border.least(), border.most() - room));
        for (Group group : groups) {
            double start = starts.nearest(group.start());
            for (int i = 0; i < group.members(); i++) {
                places.add(start + places.size() * apart);
            }
        }
        return places;
    }

    /** Members in a row, by the place at which the first of all would be. */
    private record Group(double start, int members) {

        Group and(Group left) {
            int all = members + left.members;
            return new Group((start * members + left.start * left.members) / all, all);
        }
    }
}
