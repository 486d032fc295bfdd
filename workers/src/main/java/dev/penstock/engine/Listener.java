package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.Optional;

/** Is told what happens in a run while it happens, never a second time during a replay; must not block. */
public interface Listener {

    /** A step has begun, changed or ended; with its value where it has succeeded. */
    void step(RunFacts run, StepStatus status, Optional<Datum> value);

    static Listener none() {
        return (run, status, value) -> {};
    }
}
