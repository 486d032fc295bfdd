package dev.penstock.cache;

import dev.penstock.store.Lanes;
import dev.penstock.store.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What is left of results and runs of long ago: the word that a result was forgotten, keys, and explanations. */
public record Remains(ObjectStore objects) {

    /** The names of those that have not changed since; nobody needs them to run anything. */
    public List<String> find(Instant unchangedSince) {
        Queue<String> found = new ConcurrentLinkedQueue<>();
        Lanes.each(old(Cache.FOLDER, unchangedSince).toList(), objects.lanes(), name -> {
            if (isForgotten(name)) {
                found.add(name);
            }
        });
        Stream.of(Explanations.RUNS, Explanations.STEPS)
                .flatMap(folder -> old(folder, unchangedSince))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private Stream<String> old(String folder, Instant unchangedSince) {
        return objects.list(folder + "/").stream()
                .filter(entry -> entry.changed().isBefore(unchangedSince))
                .map(dev.penstock.store.Entry::name);
    }

    private boolean isForgotten(String name) {
        Optional<Entry> entry = objects.read(name).flatMap(seen -> EntryJson.read(seen.bytes(), Entry.class));
        return entry.filter(Entry.Forgotten.class::isInstance).isPresent();
    }

    /** How many have gone; not those that somebody has claimed or written anew since. */
    public long remove(List<String> names, Instant unchangedSince) {
        AtomicLong removed = new AtomicLong();
        Lanes.each(names, objects.lanes(), name -> {
            if (objects.deleteOld(name, unchangedSince)) {
                removed.incrementAndGet();
            }
        });
        return removed.get();
    }
}
