package dev.penstock.host;

import dev.penstock.engine.Message;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Words;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityWorkerShutdownException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Says for an activity that it is alive, and interrupts it when it is to stop. */
final class Heartbeats implements AutoCloseable {

    /** How long work may go on that was cancelled or whose time is up: only the answer to a beat tells. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("penstock-heartbeats").factory());

    private volatile boolean stopped;

    Heartbeats() {
        // Most activities end before their first beat; thousands of them would wait here for nothing.
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Work that may be interrupted. */
    interface Work<T> {
        T run(Pulse pulse) throws InterruptedException;
    }

    /** Lets work say how far it is; may throw to end it. */
    interface Pulse {
        void says(Message details);

        /** Begins to count the time that the work may take; then it is interrupted, and the fault is a time-out. */
        default void mayTake(Duration time) {}

        /** The work waits, which takes none of its time. */
        default void rests() {}

        default void goesOn() {}

        /** Whether it was interrupted because it took too long. */
        default boolean isTimeUp() {
            return false;
        }
    }

    <T> T during(ActivityExecutionContext context, Work<T> work) throws InterruptedException {
        Duration silence = context.getInfo().getHeartbeatTimeout();
        if (context.getInfo().isLocal()) {
            return work.run(details -> {});
        }
        Beat beat = new Beat(context, clock);
        long longest = LONGEST_PAUSE.toMillis();
        long pause = silence.isZero() ? longest : Math.clamp(silence.toMillis() / 3, 1, longest);
        ScheduledFuture<?> beats = clock.scheduleWithFixedDelay(beat, pause, pause, TimeUnit.MILLISECONDS);
        try {
            return work.run(beat);
        } catch (RuntimeException | InterruptedException e) {
            Optional<RuntimeException> told = beat.end();
            if (stopped
                    || told.filter(ActivityWorkerShutdownException.class::isInstance)
                            .isPresent()) {
                throw new FaultException(Fault.of(FaultKind.PLATFORM, "Its worker was stopped."), e);
            }
            if (told.isPresent()) {
                throw told.get();
            }
            throw e;
        } finally {
            beats.cancel(false);
            beat.rests();
            beat.end();
        }
    }

    /** From now on the worker interrupts what is at work: how that ends is no fault of it. */
    void stop() {
        stopped = true;
    }

    /** Says that one activity is alive, until it has ended. */
    private static final class Beat implements Runnable, Pulse {

        private final ActivityExecutionContext context;
        private final Thread worker = Thread.currentThread();
        private final RunningTime time;
        private @Nullable RuntimeException told;
        private boolean ended;
        private final ReentrantLock speech = new ReentrantLock();
        private @Nullable Message last;

        Beat(ActivityExecutionContext context, ScheduledExecutorService clock) {
            this.context = context;
            this.time = new RunningTime(clock, this::isUp);
        }

        private void isUp(Duration most) {
            interrupt(new FaultException(
                    Fault.of(FaultKind.TIMEOUT, "It ran longer than %s.".formatted(Words.of(most)))));
        }

        @Override
        public void mayTake(Duration most) {
            time.mayTake(most);
        }

        @Override
        public void rests() {
            time.rests();
        }

        @Override
        public void goesOn() {
            time.goesOn();
        }

        @Override
        public synchronized boolean isTimeUp() {
            return told instanceof FaultException;
        }

        @Override
        public void says(Message details) {
            speech.lock();
            try {
                last = details;
                context.heartbeat(details);
            } finally {
                speech.unlock();
            }
        }

        /** The server knows the last beat only, so each says again what was said last. */
        private void again() {
            speech.lock();
            try {
                context.heartbeat(last);
            } finally {
                speech.unlock();
            }
        }

        @Override
        public void run() {
            try {
                again();
            } catch (ActivityCompletionException e) {
                interrupt(e);
            } catch (RuntimeException e) {
                // The server is out of reach for a moment: the next beat tries again.
                return;
            }
        }

        private synchronized void interrupt(RuntimeException why) {
            if (!ended && told == null) {
                told = why;
                worker.interrupt();
            }
        }

        /** Interrupts no more; an interrupt that the work did not heed must not meet what reports its result. */
        synchronized Optional<RuntimeException> end() {
            ended = true;
            if (told != null) {
                Thread.interrupted();
            }
            return Optional.ofNullable(told);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
