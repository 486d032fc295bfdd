package dev.penstock.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the steps of a graph that it has failed: nothing starts any more, and what only waits gives up. */
final class Stop {

    private final @Nullable Stop outer;
    private final List<Runnable> told = new ArrayList<>();
    private boolean stopped;

    private Stop(@Nullable Stop outer) {
        this.outer = outer;
        if (outer != null) {
            outer.told.add(this::stop);
        }
    }

    static Stop root() {
        return new Stop(null);
    }

    Stop inside() {
        return new Stop(this);
    }

    boolean isStopped() {
        return stopped || (outer != null && outer.isStopped());
    }

    void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        List<Runnable> all = List.copyOf(told);
        told.clear();
        all.forEach(Runnable::run);
    }

    /** Does this when the graph stops; never twice. */
    void onStop(Runnable thing) {
        told.add(thing);
    }
}
