package dev.penstock.host;

import java.util.Optional;

/** The stand-ins of a worker, by the names of steps; there are none outside tests. */
public interface Doubles {

    Optional<StepDouble> find(String step);

    static Doubles none() {
        return step -> Optional.empty();
    }
}
