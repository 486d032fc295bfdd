package dev.penstock.host;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Says for an activity that it is alive, and interrupts it when it is to stop. */
final class Heartbeats implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("penstock-heartbeats").factory());

    Heartbeats() {
        // Most activities end before their first beat; thousands of them would wait here for nothing.
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Work that may be interrupted. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    <T> T during(ActivityExecutionContext context, Work<T> work) throws InterruptedException {
        Duration silence = context.getInfo().getHeartbeatTimeout();
        if (silence.isZero()) {
            return work.run();
        }
        AtomicReference<@Nullable ActivityCompletionException> ended = new AtomicReference<>();
        Thread worker = Thread.currentThread();
        long pause = Math.max(1, silence.toMillis() / 3);
        ScheduledFuture<?> beat =
                clock.scheduleWithFixedDelay(() -> beat(context, ended, worker), pause, pause, TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } catch (RuntimeException | InterruptedException e) {
            ActivityCompletionException told = ended.get();
            if (told != null) {
                throw told;
            }
            throw e;
        } finally {
            beat.cancel(false);
        }
    }

    private static void beat(
            ActivityExecutionContext context,
            AtomicReference<@Nullable ActivityCompletionException> ended,
            Thread worker) {
        try {
            context.heartbeat(null);
        } catch (ActivityCompletionException e) {
            if (ended.compareAndSet(null, e)) {
                worker.interrupt();
            }
        } catch (RuntimeException e) {
            // The server is out of reach for a moment: the next beat tries again.
            return;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
