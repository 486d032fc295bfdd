package dev.penstock.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.BlobException;
import dev.penstock.store.Digests;
import dev.penstock.store.ObjectStore;
import dev.penstock.store.Tagged;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Gives results that are there and has the others computed, each by one at a time.
 *
 * <p>Who computes claims the key first; all others wait until the result is there, or until the claim's owner is no
 * longer at work.
 */
public record Cache(ObjectStore objects, Values values, ArtifactStore artifacts, Owners owners) {

    public static final String FOLDER = "cache";

    /**
     * What a step wants.
     *
     * @param subject what later runs of the same step have in common, to explain why their keys differ
     * @param step in whose name it is asked
     * @param ttl the age up to which a result will do
     * @param refresh whether no result will do that is there already
     */
    public record Ask(
            CacheKey key, String subject, AskingStep step, Owner owner, Optional<Duration> ttl, boolean refresh) {}

    /** A result, and where it came from. */
    public record Answer(JsonNode value, Verdict verdict) {}

    /** Computes a result. */
    public interface Work {
        JsonNode compute() throws InterruptedException;
    }

    /** The result; calls back with the owner for whom it waits, each time when that is another one. */
    public Answer get(Ask ask, Consumer<Owner> waiting, Work work) throws InterruptedException {
        Answer answer = find(ask, waiting, work);
        Explanations explanations = new Explanations(objects);
        explanations.note(ask, answer.verdict());
        return answer;
    }

    private Answer find(Ask ask, Consumer<Owner> waiting, Work work) throws InterruptedException {
        String name = Digests.name(FOLDER, ask.key().digest());
        Patience patience = new Patience();
        Optional<Owner> awaited = Optional.empty();
        while (true) {
            Optional<Tagged> seen = objects.read(name);
            switch (decide(ask, seen, awaited.isPresent())) {
                case Decision.Use use -> {
                    return hit(use.done());
                }
                case Decision.Wait wait -> {
                    if (!awaited.equals(Optional.of(wait.owner()))) {
                        awaited = Optional.of(wait.owner());
                        waiting.accept(wait.owner());
                    }
                    patience.pause();
                }
                case Decision.Compute compute -> {
                    Optional<Claim> claim = claim(name, seen, ask.owner(), compute.before());
                    if (claim.isPresent()) {
                        return compute(claim.get(), compute.reason(), work);
                    }
                }
            }
        }
    }

    private Decision decide(Ask ask, Optional<Tagged> seen, boolean waited) {
        if (seen.isEmpty()) {
            return new Decision.Compute(new Reason.New(), Optional.empty());
        }
        return EntryJson.read(seen.get().bytes(), Entry.class)
                .map(entry -> new Decision.Facts(ask, Instant.now(), waited, owners, this::loss).of(entry))
                .orElseGet(() ->
                        new Decision.Compute(new Reason.Lost("its entry in the cache is damaged"), Optional.empty()));
    }

    private Optional<String> loss(Entry.Done done) {
        try {
            return ArtifactReference.in(values.load(done.value())).stream()
                    .filter(artifact -> !artifacts.has(artifact.uri(), artifact.digest()))
                    .findFirst()
                    .map(artifact -> "%s is not there as a whole".formatted(artifact.uri()));
        } catch (BlobException e) {
            if (e.lasting()) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private Answer hit(Entry.Done done) {
        return new Answer(values.load(done.value()), new Verdict.Hit(done.by().words(), done.made(), done.took()));
    }

    /** A key that is ours until the entry under this tag is no longer there. */
    private record Claim(String name, String tag, Owner owner, Optional<Entry.Done> before) {}

    private Optional<Claim> claim(String name, Optional<Tagged> seen, Owner owner, Optional<Entry.Done> before) {
        byte[] entry =
                EntryJson.write(new Entry.Claimed(owner, UUID.randomUUID().toString(), before));
        Optional<String> tag = seen.isEmpty()
                ? objects.create(name, entry)
                : objects.replace(name, entry, seen.get().tag());
        return tag.map(own -> new Claim(name, own, owner, before));
    }

    private Answer compute(Claim claim, Reason reason, Work work) throws InterruptedException {
        Instant start = Instant.now();
        boolean done = false;
        try {
            JsonNode value = work.compute();
            String unkept = keep(claim, value, Duration.between(start, Instant.now()));
            done = unkept.isEmpty();
            return new Answer(value, new Verdict.Miss(reason, unkept));
        } finally {
            if (!done) {
                release(claim);
            }
        }
    }

    /** Why it could not be kept, which is no reason to lose the result; else empty. */
    private String keep(Claim claim, JsonNode value, Duration took) {
        try {
            Datum kept = values.keep(value);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            byte[] entry =
                    EntryJson.write(new Entry.Done(kept, now, took.truncatedTo(ChronoUnit.MILLIS), claim.owner()));
            // Where the claim was taken over, the other one's result will be there.
            objects.replace(claim.name(), entry, claim.tag());
            return "";
        } catch (BlobException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** So that others need not find out that nobody computes it any more. */
    private void release(Claim claim) {
        // Files do not open for a thread that is to end.
        boolean interrupted = Thread.interrupted();
        try {
            Entry left = claim.before().<Entry>map(done -> done).orElseGet(() -> new Entry.Released(claim.owner()));
            objects.replace(claim.name(), EntryJson.write((Record) left), claim.tag());
        } catch (BlobException e) {
            // They will find out; the fault that led here is worth more.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
