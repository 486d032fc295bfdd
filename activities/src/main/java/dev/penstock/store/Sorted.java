package dev.penstock.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The contents of a store, told apart.
 *
 * @param referred to what something refers
 * @param young to what nothing refers, which may be about to change
 * @param garbage the rest: lists of folders first, so that none is without its files for long
 */
public record Sorted(List<Entry> referred, List<Entry> young, List<Entry> garbage) {

    public Sorted {
        referred = List.copyOf(referred);
        young = List.copyOf(young);
        garbage = List.copyOf(garbage);
    }

    static Sorted of(List<Entry> contents, Set<String> reached, Instant olderThan) {
        List<Entry> referred = new ArrayList<>();
        List<Entry> young = new ArrayList<>();
        List<Entry> garbage = new ArrayList<>();
        for (Entry entry : contents) {
            if (reached.contains(entry.digest())) {
                referred.add(entry);
            } else if (entry.changed().isBefore(olderThan)) {
                garbage.add(entry);
            } else {
                young.add(entry);
            }
        }
        return new Sorted(referred, young, garbage);
    }

    /** How many bytes some contents have together. */
    public static long bytes(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }
}
