package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.StepFailure;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

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
        // A retry gives failed items another chance; a mere new history does not.
        this.failed = new TreeMap<>(carried.sameRun() ? carried.failed() : new TreeMap<>());
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

    /** What a child workflow that failed before has left. */
    Optional<Datum> child(String path) {
        return Optional.ofNullable(children.get(path));
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

    void closed(String path) {
        open.remove(path);
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

    Carried carried() {
        return new Carried(true, Optional.of(since), done, open, children, failed);
    }
}
