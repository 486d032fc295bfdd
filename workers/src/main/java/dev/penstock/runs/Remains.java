package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Messages;
import dev.penstock.store.BlobException;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import dev.penstock.value.Values;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what a run and its children have done. */
record Remains(Values values) {

    /** The state itself, which may lie in the store; the values in it stay where they are. */
    Carried read(Datum state) {
        JsonNode json = Reference.of(state.json()).isPresent() ? values.load(state) : state.json();
        return Messages.decode(json, Carried.class);
    }

    /** The same without children: what they have done stands beside what the run itself has done. */
    Carried flat(Carried state) {
        Carried all =
                new Carried(false, Optional.empty(), state.done(), state.open(), new TreeMap<>(), new TreeMap<>());
        for (Datum child : state.children().values()) {
            all = both(all, ofChild(child));
        }
        return all;
    }

    private Carried ofChild(Datum state) {
        try {
            return flat(read(state));
        } catch (BlobException e) {
            // What the child has done is lost, and is done again.
            return Carried.nothing();
        }
    }

    static Carried both(Carried one, Carried other) {
        SortedMap<String, Carried.Done> done = new TreeMap<>(one.done());
        done.putAll(other.done());
        SortedMap<String, Carried.Open> open = new TreeMap<>(one.open());
        open.putAll(other.open());
        open.keySet().removeAll(done.keySet());
        return new Carried(false, Optional.empty(), done, open, new TreeMap<>(), new TreeMap<>());
    }
}
