package dev.penstock.benchmarks.store;

import dev.penstock.store.ArtifactStore.Kept;
import dev.penstock.store.Artifacts;
import dev.penstock.store.Fingerprint;
import dev.penstock.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares keeping and bringing with a plain copy plus SHA-256 on the same disk. */
record Throughput(Place place, int times) {

    void file(long bytes) throws IOException {
        Path file = Folders.file(place.folder().resolve("source/file"), bytes, 1);
        compare("a file of %,d MiB".formatted(bytes >> 20), file, bytes);
    }

    void folder(int files) throws IOException {
        Path folder = Folders.many(place.folder().resolve("source/many"), files, 2);
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
            }
        }
        compare("a folder of %,d files".formatted(files), folder, bytes);
    }

    private void compare(String what, Path source, long bytes) throws IOException {
        Path copy = place.folder().resolve("copy");
        List<Double> plain = new ArrayList<>();
        List<Double> keep = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> bring = new ArrayList<>();
        for (int i = 0; i <= times; i++) {
            boolean counts = i > 0;
            measure(plain, counts, bytes, () -> copyAndDigest(source, copy));
            Folders.remove(copy);
            Kept[] kept = new Kept[1];
            try (ObjectStore store = place.open()) {
                Artifacts artifacts = new Artifacts(store);
                measure(keep, counts, bytes, () -> kept[0] = artifacts.keep(source));
                measure(again, counts, bytes, () -> artifacts.keep(source));
                measure(bring, counts, bytes, () -> artifacts.bring(kept[0].uri(), kept[0].digest(), copy));
                Folders.remove(copy);
                store.list("").forEach(entry -> store.delete(entry.name()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %s, %,d MB, medians of %d: plain copy + SHA-256 %.2f s, keep %.2f s (%.0f %% of its throughput),"
                        + " keep again %.2f s, bring %.2f s (%.0f %%); heap at most %,d MB%n",
                place.name(),
                what,
                bytes / 1_000_000,
                times,
                median(plain),
                median(keep),
                100 * median(plain) / median(keep),
                median(again),
                median(bring),
                100 * median(plain) / median(bring),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private interface Timed {
        void run() throws IOException;
    }

    private void measure(List<Double> into, boolean counts, long bytes, Timed timed) throws IOException {
        settle(bytes);
        long start = System.nanoTime();
        timed.run();
        if (counts) {
            into.add((System.nanoTime() - start) / 1e9);
        }
    }

    /**
     * What was written before must not be written to the disk in the time of what is written now; and memory that the
     * system's cache takes for the first time costs a virtual machine more than the copy itself, so it is taken before.
     */
    private void settle(long bytes) throws IOException {
        Path scratch = Folders.file(place.folder().resolve("scratch"), bytes, 3);
        try {
            new ProcessBuilder("sync").inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Right before, since the host takes back what is free for some seconds.
        Folders.remove(scratch);
    }

    private static double median(List<Double> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static void copyAndDigest(Path source, Path copy) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(source.relativize(path).toString()));
                if (Files.isRegularFile(path)) {
                    Fingerprint.of(path);
                }
            }
        }
    }
}
