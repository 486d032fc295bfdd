package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of its surroundings that a body reads. */
public record Bindings(
        SortedMap<String, Datum> outputs,
        SortedMap<String, Datum> items,
        SortedMap<String, Datum> states,
        Optional<Datum> input)
        implements Message {

    public Bindings {
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    }
}
