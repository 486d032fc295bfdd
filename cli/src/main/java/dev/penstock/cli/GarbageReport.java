package dev.penstock.cli;

import dev.penstock.cli.output.ByteWords;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.store.Entry;
import dev.penstock.store.Garbage;
import dev.penstock.store.Sorted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a search for garbage has come to.
 *
 * @param olderThan what is younger stays
 * @param oldResults results in the cache that are to be forgotten
 * @param shared whether other machines may use the store
 * @param removed what has gone, if it was to go
 */
record GarbageReport(
        String store,
        List<Garbage.Referred> referrers,
        Amount referred,
        String olderThan,
        Amount young,
        Amount garbage,
        long oldResults,
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
    record Gone(Amount garbage, long results) {}

    static GarbageReport of(String store, Garbage.Found found, Duration age, long oldResults, boolean shared) {
        return new GarbageReport(
                store,
                found.kinds(),
                Amount.of(found.contents().referred()),
                Age.words(age),
                Amount.of(found.contents().young()),
                Amount.of(found.contents().garbage()),
                oldResults,
                shared,
                Optional.empty());
    }

    GarbageReport removed(long results, Garbage.Removed gone) {
        return new GarbageReport(
                store,
                referrers,
                referred,
                olderThan,
                young,
                garbage,
                oldResults,
                shared,
                Optional.of(new Gone(new Amount(gone.contents(), gone.bytes()), results)));
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
        if (shared) {
            lines.add("Runs that other machines have recorded were not asked.");
        }
        if (oldResults > 0) {
            lines.add("%s from the cache: %s; what only they refer to goes the next time."
                    .formatted(
                            removed.isEmpty() ? "To be dropped" : "Dropped",
                            ByteWords.count(removed.map(Gone::results).orElse(oldResults), "old result")));
        }
        lines.add(removed.map(gone -> "Removed: %s.".formatted(gone.garbage().words()))
                .orElse("Nothing was removed. To remove the garbage: penstock artifact gc --remove"));
        return lines;
    }
}
