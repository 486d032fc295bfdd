package dev.penstock.cache;

import dev.penstock.store.Lanes;
import dev.penstock.store.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Drops old results from the cache. What somebody computes at the moment is left alone. */
public record Forgetting(ObjectStore objects) {

    /** A result that can be dropped. */
    public static final class Old {
        private final String name;
        private final String tag;
        private final Instant made;

        private Old(String name, String tag, Instant made) {
            this.name = name;
            this.tag = tag;
            this.made = made;
        }
    }

    public List<Old> find(Instant madeBefore) {
        Queue<Old> found = new ConcurrentLinkedQueue<>();
        Lanes.each(
                objects.list(Cache.FOLDER + "/"),
                objects.lanes(),
                entry -> old(entry.name(), madeBefore).ifPresent(found::add));
        return List.copyOf(found);
    }

    private Optional<Old> old(String name, Instant madeBefore) {
        return objects.read(name)
                .flatMap(seen -> EntryJson.read(seen.bytes(), Entry.class)
                        .filter(Entry.Done.class::isInstance)
                        .map(Entry.Done.class::cast)
                        .filter(done -> done.made().isBefore(madeBefore))
                        .map(done -> new Old(name, seen.tag(), done.made())));
    }

    /** How many were dropped; not those that somebody has claimed or made anew since. */
    public long drop(List<Old> results) {
        AtomicLong dropped = new AtomicLong();
        Lanes.each(results, objects.lanes(), old -> {
            byte[] forgotten = EntryJson.write(new Entry.Forgotten(old.made));
            if (objects.replace(old.name, forgotten, old.tag).isPresent()) {
                dropped.incrementAndGet();
            }
        });
        return dropped.get();
    }
}
