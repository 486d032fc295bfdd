package dev.penstock.rerun;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steps of one pipeline by name, and the step that runs it, where it is not the outermost. */
record Surroundings(Optional<Placed> owner, Map<String, Placed> steps) {

    static Surroundings of(Optional<Placed> owner) {
        return new Surroundings(owner, new TreeMap<>());
    }

    Optional<Placed> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }
}
