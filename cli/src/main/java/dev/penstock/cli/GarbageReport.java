package dev.penstock.cli;

import dev.penstock.cli.output.ByteWords;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.store.Entry;
import dev.penstock.store.Garbage;
import dev.penstock.store.Sorted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a search for garbage has come to.
 *
 * @param olderThan what is younger stays
 * @param runsSince since when a run is at work, or may be; what is younger stays, too
 * @param oldResults results in the cache that are to be forgotten
 * @param oldNotes what is left of results and runs of long ago
 * @param shared whether other machines may use the store
 * @param removed what has gone, if it was to go
 */
record GarbageReport(
        String store,
        List<Garbage.Referred> referrers,
        Amount referred,
        String olderThan,
        Amount young,
        Optional<Instant> runsSince,
        Amount garbage,
        long oldResults,
        long oldNotes,
        boolean shared,
        Optional<Gone> removed) {

    /** How much something is. */
    record Amount(long contents, long bytes) {

        static Amount of(List<Entry> entries) {
            return new Amount(entries.size(), Sorted.bytes(entries));
        }

        String words() {
            return "%s, %s".formatted(ByteWords.count(contents, "content"), ByteWords.of(bytes));
        }
    }

    /** What has gone. */
    record Gone(Amount garbage, long results, long notes) {}

    static GarbageReport of(
            String store, Garbage.Found found, Duration age, long oldResults, long oldNotes, boolean shared) {
        return new GarbageReport(
                store,
                found.kinds(),
                Amount.of(found.contents().referred()),
                Age.words(age),
                Amount.of(found.contents().young()),
                Optional.empty(),
                Amount.of(found.contents().garbage()),
                oldResults,
                oldNotes,
                shared,
                Optional.empty());
    }

    GarbageReport withRunsSince(Optional<Instant> since) {
        return new GarbageReport(
                store, referrers, referred, olderThan, young, since, garbage, oldResults, oldNotes, shared, removed);
    }

    GarbageReport removed(long results, long notes, Garbage.Removed gone) {
        return new GarbageReport(
                store,
                referrers,
                referred,
                olderThan,
                young,
                runsSince,
                garbage,
                oldResults,
                oldNotes,
                shared,
                Optional.of(new Gone(new Amount(gone.contents(), gone.bytes()), results, notes)));
    }

    List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(Printable.of(store)));
        Columns amounts = new Columns();
        amounts.add("referred to", referred.words());
        amounts.add("younger than " + olderThan, young.words());
        amounts.add("garbage", garbage.words());
        lines.addAll(amounts.lines("  "));
        lines.add("");
        Columns asked = new Columns();
        asked.add("Who was asked", "how many", "contents");
        referrers.forEach(each ->
                asked.add(Printable.of(each.kind()), Long.toString(each.count()), Long.toString(each.contents())));
        lines.addAll(asked.lines(""));
        lines.add("");
        runsSince.ifPresent(since -> lines.add(
                "Nothing younger than %s goes: a run began then that is at work, or may be.".formatted(since)));
        if (shared) {
            lines.add("Runs that other machines have recorded were not asked.");
        }
        if (oldResults > 0) {
            lines.add("%s from the cache: %s; what only they refer to goes the next time."
                    .formatted(
                            removed.isEmpty() ? "To be dropped" : "Dropped",
                            ByteWords.count(removed.map(Gone::results).orElse(oldResults), "old result")));
        }
        if (oldNotes > 0) {
            lines.add("%s from the cache: %s on results and runs of long ago."
                    .formatted(
                            removed.isEmpty() ? "To be dropped" : "Dropped",
                            ByteWords.count(removed.map(Gone::notes).orElse(oldNotes), "note")));
        }
        lines.add(removed.map(gone -> "Removed: %s.".formatted(gone.garbage().words()))
                .orElse("Nothing was removed. To remove the garbage: penstock artifact gc --remove"));
        return lines;
    }
}
