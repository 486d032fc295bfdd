package dev.penstock.engine;

import dev.penstock.step.Placement;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run has done so far: what the next workflow of it, or a retry, need not do again.
 *
 * @param sameRun whether it comes from an earlier workflow of this run, not from an earlier run
 * @param done steps that have succeeded, by path
 * @param open steps that have begun and not ended: waits, and work that failed and will be tried again
 * @param children the state of child workflows that failed, by path
 * @param failed items of maps that failed and were tolerated, by path
 */
public record Carried(
        boolean sameRun,
        Optional<Instant> since,
        SortedMap<String, Done> done,
        SortedMap<String, Open> open,
        SortedMap<String, Datum> children,
        SortedMap<String, StepFailure> failed)
        implements Message {

    public Carried {
        done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        children = Collections.unmodifiableSortedMap(new TreeMap<>(children));
        failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
    }

    public static Carried nothing() {
        return new Carried(true, Optional.empty(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** A step that has succeeded. */
    public record Done(Datum value, int attempts, Instant from, Instant to) {}

    /**
     * A step that has begun.
     *
     * @param iteration of a loop, whose state is the value
     * @param votes of an approval
     */
    public record Open(
            Instant since,
            Spent spent,
            Optional<Placement> placement,
            Optional<Integer> iteration,
            Optional<Datum> state,
            List<Vote> votes) {
        public Open {
            votes = List.copyOf(votes);
        }

        public static Open since(Instant instant) {
            return new Open(instant, Spent.nothing(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
    }
}
