package dev.penstock.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the steps of a graph that it has failed: nothing starts any more, and what only waits gives up. */
final class Stop {

    private final @Nullable Stop outer;
    private final Runnable afterwards;
    private final List<Runnable> told = new ArrayList<>();
    private boolean stopped;

    private Stop(@Nullable Stop outer, Runnable afterwards) {
        this.outer = outer;
        this.afterwards = afterwards;
        if (outer != null) {
            outer.told.add(this::stop);
        }
    }

    /** Of a workflow; the last is done after a stop anywhere in it. */
    static Stop root(Runnable afterwards) {
        return new Stop(null, afterwards);
    }

    Stop inside() {
        return new Stop(this, afterwards);
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
        afterwards.run();
    }

    /** Does this when the graph stops, or now where it has stopped; never twice. */
    void onStop(Runnable thing) {
        if (isStopped()) {
            thing.run();
        } else {
            told.add(thing);
        }
    }
}
