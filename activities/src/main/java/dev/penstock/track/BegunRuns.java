package dev.penstock.track;

import dev.penstock.mlflow.TrackedRun;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The runs in MLflow that have begun. A run begins while its first steps do, so whoever needs it may have to wait. */
final class BegunRuns {

    private static final int MOST = 1_000;
    private static final long FIRST_PAUSE = 20;
    private static final long LAST_PAUSE = 500;

    private final Duration patience;
    private final Map<String, CompletableFuture<TrackedRun>> begun = new ConcurrentHashMap<>();
    private final Set<String> beginning = ConcurrentHashMap.newKeySet();

    /** @param patience how long to wait for a run that does not begin here */
    BegunRuns(Duration patience) {
        this.patience = patience;
    }

    /** It is beginning here: whoever needs it waits for that as long as it takes. */
    void begins(String run) {
        beginning.add(run);
    }

    void beginsNoLonger(String run) {
        beginning.remove(run);
    }

    /** In place of what an earlier run of this name may have had. */
    void add(String run, TrackedRun tracked) {
        CompletableFuture<TrackedRun> before = begun.put(run, CompletableFuture.completedFuture(tracked));
        if (before != null) {
            before.complete(tracked);
        }
    }

    Optional<TrackedRun> find(String run) {
        CompletableFuture<TrackedRun> known = begun.get(run);
        return known != null && known.isDone() ? Optional.of(known.join()) : Optional.empty();
    }

    /** The run that this process or another has begun, which is looked for now and then; nothing where none has. */
    Optional<TrackedRun> await(String run, MlflowTracker.Telling<Optional<TrackedRun>> look)
            throws InterruptedException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE;
        while (find(run).isEmpty()) {
            Optional<TrackedRun> found = look.tell();
            if (found.isPresent()) {
                add(run, found.get());
                return found;
            }
            if (System.nanoTime() - start > patience.toNanos() && !beginning.contains(run)) {
                return Optional.empty();
            }
            pause(run, pause);
            pause = Math.min(LAST_PAUSE, 2 * pause);
        }
        return find(run);
    }

    private void pause(String run, long milliseconds) throws InterruptedException {
        try {
            run(run).get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Another process may begin it; the caller looks again.
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<TrackedRun> run(String name) {
        if (begun.size() >= MOST) {
            begun.clear();
        }
        return begun.computeIfAbsent(name, unknown -> new CompletableFuture<>());
    }
}
