package dev.penstock.draw;

import dev.penstock.draw.Drawing.Arrow;
import dev.penstock.draw.Level.Hop;
import dev.penstock.draw.Level.Line;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the arrows that words replace: those that would run upwards, and the longest when there are too many. */
final class Cuts {

    /** Ranks that lines may cross in all; more would be a tangle, and slow. */
    private static final int MOST_CROSSED_RANKS = 60_000;

    private final Map<Arrow, List<Hop>> routes;

    private Cuts(Map<Arrow, List<Hop>> routes) {
        this.routes = routes;
    }

    static Set<Arrow> of(Map<Arrow, List<Hop>> routes) {
        Set<Arrow> cut = new LinkedHashSet<>();
        int limit = new Cuts(routes).longest();
        routes.forEach((arrow, hops) -> {
            if (length(hops) > limit || !hops.stream().allMatch(Hop::isDownward)) {
                cut.add(arrow);
            }
        });
        return cut;
    }

    private int longest() {
        int limit = routes.values().stream().mapToInt(Cuts::length).max().orElse(0);
        while (limit > 2 && crossedRanks(limit) > MOST_CROSSED_RANKS) {
            limit /= 2;
        }
        return limit;
    }

    private long crossedRanks(int limit) {
        Map<Part, Integer> longest = new HashMap<>();
        routes.forEach((arrow, hops) -> {
            if (length(hops) <= limit) {
                hops.forEach(hop -> longest.merge(new Part(hop.level(), Line.of(arrow)), hop.length(), Math::max));
            }
        });
        return longest.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static int length(List<Hop> hops) {
        return hops.stream().mapToInt(Hop::length).sum();
    }

    private record Part(Level level, Line line) {}
}
