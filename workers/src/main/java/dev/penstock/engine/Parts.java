package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.List;

/** A list cut into lists, and how many items there are in all. */
public record Parts(long count, List<Datum> lists) implements Message {
    public Parts {
        lists = List.copyOf(lists);
    }
}
