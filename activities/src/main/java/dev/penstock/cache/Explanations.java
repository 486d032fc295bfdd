package dev.penstock.cache;

import dev.penstock.store.BlobException;
import dev.penstock.store.Digests;
import dev.penstock.store.Lanes;
import dev.penstock.store.ObjectStore;
import dev.penstock.store.Tagged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Remembers the last keys of each step, and of each run's steps what the cache did and why.
 *
 * <p>All of it is for people only: what is lost, or overwritten by another process, changes no result.
 */
public record Explanations(ObjectStore objects) {

    static final String RUNS = "explained";
    static final String STEPS = "keys";
    private static final int MOST = 32;

    /** Clocks of workers and servers differ by no more. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A key of a step with what made a result for it. */
    record Known(CacheKey key, String by, Instant made) {}

    /** The last keys of a step. */
    record KnownKeys(List<Known> keys) {
        KnownKeys {
            keys = List.copyOf(keys);
        }

        KnownKeys with(Known known) {
            List<Known> all = new ArrayList<>(keys);
            all.removeIf(other -> other.key().equals(known.key()));
            all.add(known);
            return new KnownKeys(all.subList(Math.max(0, all.size() - MOST), all.size()));
        }

        /** Of those that have most in common, the last. */
        Optional<Explanation.Nearest> nearest(CacheKey key) {
            Comparator<Explanation.Nearest> byDifferences =
                    Comparator.comparingInt(near -> near.differences().size());
            return keys.reversed().stream()
                    .map(known ->
                            new Explanation.Nearest(known.by(), known.made(), Difference.between(known.key(), key)))
                    .min(byDifferences);
        }
    }

    /** What the cache did for a step of a run; nothing where it was not asked. */
    public Optional<Explanation> find(String run, String path) {
        return objects.read(nameOfRun(run, path))
                .map(Tagged::bytes)
                .flatMap(bytes -> EntryJson.read(bytes, Explanation.class));
    }

    /** What the cache did for all steps together of a run that began then, and not for earlier ones of its name. */
    public Savings savings(String run, Instant began) {
        Queue<Explanation> steps = new ConcurrentLinkedQueue<>();
        try {
            read(run, steps);
        } catch (BlobException e) {
            // What was saved is saved.
            return Savings.NONE;
        }
        Instant since = began.minus(SKEW);
        Savings all = Savings.NONE;
        for (Explanation step : steps) {
            if (step.asked().filter(asked -> !asked.isBefore(since)).isPresent()) {
                all = all.plus(step);
            }
        }
        return all;
    }

    private void read(String run, Queue<Explanation> steps) {
        Lanes.each(
                objects.list(name(RUNS, run) + "/"),
                objects.lanes(),
                entry -> objects.read(entry.name())
                        .flatMap(seen -> EntryJson.read(seen.bytes(), Explanation.class))
                        .ifPresent(steps::add));
    }

    void note(Cache.Ask ask, Verdict verdict) {
        try {
            Optional<Explanation.Nearest> nearest = verdict instanceof Verdict.Miss ? learn(ask) : Optional.empty();
            Duration saved = verdict instanceof Verdict.Hit hit ? hit.saved() : Duration.ZERO;
            AskingStep step = ask.step();
            objects.write(
                    nameOfRun(step.run(), step.path()),
                    EntryJson.write(new Explanation(
                            step.run(),
                            step.path(),
                            verdict instanceof Verdict.Hit,
                            verdict.words(),
                            saved,
                            step.gpus() > 0 ? Optional.of(step.gpus()) : Optional.empty(),
                            Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                            ask.key(),
                            nearest)));
        } catch (BlobException e) {
            // The result is there, and that is what counts.
            return;
        }
    }

    private Optional<Explanation.Nearest> learn(Cache.Ask ask) {
        String name = name(STEPS, ask.subject());
        KnownKeys known = objects.read(name)
                .flatMap(seen -> EntryJson.read(seen.bytes(), KnownKeys.class))
                .orElseGet(() -> new KnownKeys(List.of()));
        Known own = new Known(ask.key(), ask.owner().words(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        objects.write(name, EntryJson.write(known.with(own)));
        return known.nearest(ask.key());
    }

    private static String nameOfRun(String run, String path) {
        return name(RUNS, run) + "/"
                + Digests.of(path.getBytes(StandardCharsets.UTF_8)).substring("sha256:".length());
    }

    private static String name(String folder, String text) {
        return Digests.name(folder, Digests.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
