package dev.penstock.benchmarks.store;

import dev.penstock.store.Artifacts;
import dev.penstock.store.BlobException;
import dev.penstock.store.Entry;
import dev.penstock.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills a process in the middle of its writes, again and again, and looks at what is then in the store. */
record Torn(Place place, int rounds, long seed) {

    private static final String FOLDERS = "folders/";
    private static final int LONGEST_MS = 1_000;

    /** What came of it. */
    record Outcome(int rounds, long objects, long folders, List<String> faults) {}

    Outcome run() throws IOException {
        Random random = new Random(seed);
        List<String> faults = new ArrayList<>();
        long objects = 0;
        long folders = 0;
        for (int round = 0; round < rounds; round++) {
            writeAndKill(random);
            try (ObjectStore store = place.open()) {
                for (Entry entry : store.list("")) {
                    objects++;
                    folders += entry.name().startsWith(FOLDERS) ? 1 : 0;
                    check(store, entry, faults);
                }
                for (Entry entry : store.list("")) {
                    store.delete(entry.name());
                }
            }
        }
        return new Outcome(rounds, objects, folders, faults);
    }

    private void writeAndKill(Random random) throws IOException {
        Path work = Files.createDirectories(place.folder().resolve("work"));
        Process writer = place.start(TornWriter.class, work.toString(), Long.toString(random.nextLong()));
        try (var out = writer.inputReader()) {
            out.readLine();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
            writer.destroyForcibly();
        }
        writer.onExit().join();
        Folders.remove(work);
    }

    private void check(ObjectStore store, Entry entry, List<String> faults) throws IOException {
        String name = entry.name();
        if (name.startsWith("cache/")) {
            if (entry.bytes() != 50_000) {
                faults.add(name + " has %d bytes".formatted(entry.bytes()));
            }
            return;
        }
        String digest = "sha256:" + name.substring(name.indexOf('/') + 1).replace("/", "");
        Path copy = place.folder().resolve("copy");
        try {
            new Artifacts(store).bring(store.uri(name), digest, copy);
        } catch (BlobException e) {
            faults.add("%s: %s".formatted(name, e.getMessage()));
        } finally {
            Folders.remove(copy);
        }
    }
}
