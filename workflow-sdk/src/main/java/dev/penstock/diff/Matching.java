package dev.penstock.diff;

import dev.penstock.spec.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds which step of the old graph each step of the new one was. */
final class Matching {

    // Two graphs that differ so much are not the same with new names.
    private static final long MOST_COMPARISONS = 250_000;

    private final List<Placed> before;
    private final List<Placed> after;
    private final Map<Integer, Integer> beforeOf = new HashMap<>();
    private final Sameness sameness;
    private Renaming renaming;

    /** Whether two steps of one kind say the same, their names, bodies and places aside. */
    interface Sameness {
        boolean same(Node before, Node after, Renaming renaming);
    }

    /** A step of both graphs. */
    record Step(Placed before, Placed after) {}

    Matching(List<Placed> before, List<Placed> after, Renaming types, Sameness sameness) {
        this.before = before;
        this.after = after;
        this.sameness = sameness;
        this.renaming = types;
        matchBy(placed -> List.of(placed.name(), placed.region()));
        matchBy(Placed::name);
        while (matchRenamed()) {}
    }

    List<Step> matched() {
        List<Step> matched = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Integer old = beforeOf.get(i);
            if (old != null) {
                matched.add(new Step(before.get(old), after.get(i)));
            }
        }
        return matched;
    }

    List<Placed> added() {
        return unmatchedAfter().stream().map(after::get).toList();
    }

    List<Placed> removed() {
        return unmatchedBefore().stream().map(before::get).toList();
    }

    Renaming renaming() {
        return renaming;
    }

    private void matchBy(Function<Placed, Object> key) {
        Map<Object, Deque<Integer>> candidates = new HashMap<>();
        for (int old : unmatchedBefore()) {
            candidates
                    .computeIfAbsent(key.apply(before.get(old)), same -> new ArrayDeque<>())
                    .add(old);
        }
        for (int now : unmatchedAfter()) {
            Integer old = candidates
                    .getOrDefault(key.apply(after.get(now)), new ArrayDeque<>())
                    .poll();
            if (old != null) {
                beforeOf.put(now, old);
            }
        }
    }

    private boolean matchRenamed() {
        if ((long) unmatchedBefore().size() * unmatchedAfter().size() > MOST_COMPARISONS) {
            return false;
        }
        boolean found = false;
        for (int now : unmatchedAfter()) {
            for (int old : unmatchedBefore()) {
                if (isRenamed(before.get(old).node(), after.get(now).node())) {
                    beforeOf.put(now, old);
                    renaming = renaming.withStep(
                            before.get(old).name(), after.get(now).name());
                    found = true;
                    break;
                }
            }
        }
        return found;
    }

    private boolean isRenamed(Node was, Node is) {
        return was.getClass() == is.getClass()
                && haveLikeBodies(was, is)
                && sameness.same(was, is, renaming.withStep(was.name(), is.name()));
    }

    /** Bodies that share nothing, neither steps nor their kinds, make it another step, however alike the rest is. */
    private boolean haveLikeBodies(Node was, Node is) {
        Set<String> old = inside(was).map(Node::name).map(renaming::step).collect(Collectors.toSet());
        return inside(is).map(Node::name).anyMatch(old::contains) || kinds(was).equals(kinds(is));
    }

    private static List<Class<?>> kinds(Node node) {
        return inside(node).<Class<?>>map(Node::getClass).toList();
    }

    private static Stream<Node> inside(Node node) {
        return Placed.bodies(node).values().stream().flatMap(body -> body.nodes().stream());
    }

    private List<Integer> unmatchedBefore() {
        List<Integer> unmatched = new ArrayList<>();
        Set<Integer> matched = Set.copyOf(beforeOf.values());
        for (int i = 0; i < before.size(); i++) {
            if (!matched.contains(i)) {
                unmatched.add(i);
            }
        }
        return unmatched;
    }

    private List<Integer> unmatchedAfter() {
        List<Integer> unmatched = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (!beforeOf.containsKey(i)) {
                unmatched.add(i);
            }
        }
        return unmatched;
    }
}
