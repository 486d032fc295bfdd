package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.Messages;
import dev.penstock.engine.StepFailure;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is done and begun, so that another workflow can go on from here. */
final class State {

    /** With more results than this, those inside steps that have ended are forgotten. */
    private static final int MOST_KEPT = 500;

    private final boolean sameRun;
    private final Instant since;
    private final TreeMap<String, Carried.Done> done;
    private final TreeMap<String, Carried.Open> open;
    private final TreeMap<String, Datum> children;
    private final TreeMap<String, StepFailure> failed;

    State(Carried carried, Instant now) {
        this.sameRun = carried.sameRun();
        this.since = carried.since().orElse(now);
        this.done = new TreeMap<>(carried.done());
        this.open = new TreeMap<>(carried.open());
        this.children = new TreeMap<>(carried.children());
        this.failed = new TreeMap<>(carried.failed());
    }

    Instant since() {
        return since;
    }

    /** Whether what was done before was done by this run, not by one that it retries. */
    boolean isSameRun() {
        return sameRun;
    }

    Optional<Carried.Done> done(String path) {
        return Optional.ofNullable(done.get(path));
    }

    Optional<Carried.Open> open(String path) {
        return Optional.ofNullable(open.get(path));
    }

    /** When the time-out of a step that goes on began: that of another attempt begins anew. */
    Optional<Instant> clock(String path) {
        return sameRun ? open(path).map(Carried.Open::since) : Optional.empty();
    }

    /** What a child workflow that failed before has left, or what is known of the steps in it. */
    Optional<Datum> child(String path, String prefix, Predicate<String> isInside) {
        if (!children.containsKey(path)) {
            SortedMap<String, Carried.Done> results = taken(done, prefix, isInside);
            SortedMap<String, Carried.Open> waits = taken(open, prefix, isInside);
            if (!results.isEmpty() || !waits.isEmpty()) {
                Carried inside = new Carried(false, Optional.empty(), results, waits, new TreeMap<>(), new TreeMap<>());
                children.put(path, Datum.of(Messages.encode(inside)));
            }
        }
        return Optional.ofNullable(children.get(path));
    }

    private static <T> SortedMap<String, T> taken(
            SortedMap<String, T> from, String prefix, Predicate<String> isInside) {
        SortedMap<String, T> taken = new TreeMap<>(from.subMap(prefix, prefix + Character.MAX_VALUE));
        taken.keySet().removeIf(isInside.negate());
        from.keySet().removeAll(taken.keySet());
        return taken;
    }

    void ended(String path, Datum value, int attempts, Instant from, Instant to) {
        done.put(path, new Carried.Done(value, attempts, from, to));
        open.remove(path);
        children.remove(path);
    }

    /** Forgets what is inside a step that has ended, where there is much of it. */
    void forgetInside(String prefix) {
        if (done.size() > MOST_KEPT) {
            done.subMap(prefix, prefix + Character.MAX_VALUE).clear();
        }
    }

    void opened(String path, Carried.Open state) {
        open.put(path, state);
    }

    void childFailed(String path, Datum left) {
        children.put(path, left);
    }

    /** How an item of a map failed that was tolerated to fail. */
    Optional<StepFailure> failed(String path) {
        return Optional.ofNullable(failed.get(path));
    }

    void itemFailed(String path, StepFailure failure) {
        failed.put(path, failure);
    }

    /** What another attempt need not do again; it has fresh budgets and clocks, and tries failed items again. */
    Carried left(Predicate<String> isOfHandler) {
        TreeMap<String, Carried.Done> results = new TreeMap<>(done);
        results.keySet().removeIf(isOfHandler);
        TreeMap<String, Carried.Open> waits = new TreeMap<>(open);
        waits.keySet().removeIf(isOfHandler);
        waits.values().removeIf(begun -> begun.spent().attempts() > 0);
        return new Carried(false, Optional.empty(), results, waits, children, new TreeMap<>());
    }

    Carried carried() {
        return new Carried(true, Optional.of(since), done, open, children, failed);
    }
}
