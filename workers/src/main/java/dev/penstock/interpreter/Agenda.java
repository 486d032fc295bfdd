package dev.penstock.interpreter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does one thing after the other, never one inside another, so that long chains need no deep stack. */
final class Agenda {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;
    private @Nullable RuntimeException fault;

    /** Does this as soon as everything before it is done. */
    void post(Runnable thing) {
        waiting.add(thing);
        if (working) {
            return;
        }
        working = true;
        try {
            for (Runnable next = waiting.poll(); next != null && fault == null; next = waiting.poll()) {
                next.run();
            }
        } catch (RuntimeException e) {
            // An exception that leaves a callback is lost, or makes the server repeat the task for ever.
            fault = e;
        } finally {
            working = false;
        }
    }

    /** What went wrong in here; then nothing more is done. */
    Optional<RuntimeException> fault() {
        return Optional.ofNullable(fault);
    }
}
