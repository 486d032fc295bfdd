package dev.penstock.host;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the time in which work runs, without that in which it waits, and tells once when it is up. */
final class RunningTime {

    private final ScheduledExecutorService clock;
    private final Consumer<Duration> up;
    private @Nullable Duration most;
    private @Nullable ScheduledFuture<?> end;
    private long left;
    private long since;

    RunningTime(ScheduledExecutorService clock, Consumer<Duration> up) {
        this.clock = clock;
        this.up = up;
    }

    /** Begins to count. */
    synchronized void mayTake(Duration time) {
        rests();
        most = time;
        left = time.toNanos();
        goesOn();
    }

    synchronized void rests() {
        if (end != null) {
            end.cancel(false);
            end = null;
            left -= System.nanoTime() - since;
        }
    }

    synchronized void goesOn() {
        Duration limit = most;
        if (limit != null && end == null) {
            since = System.nanoTime();
            end = clock.schedule(() -> up.accept(limit), Math.max(0, left), TimeUnit.NANOSECONDS);
        }
    }
}
