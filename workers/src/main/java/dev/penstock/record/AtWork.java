package dev.penstock.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Since when runs in a folder of records are at work; one whose record cannot be read may be, too. */
public record AtWork(Path folder) {

    /** Of the oldest, if there is any. */
    public Optional<Instant> since() {
        RunRecords records = new RunRecords(folder);
        return records.names().stream()
                .map(records::find)
                .flatMap(Optional::stream)
                .map(this::since)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> since(RunRecord record) {
        return switch (record) {
            case RunRecord.Sound sound ->
                sound.outcome() == RunOutcome.AT_WORK
                        ? Optional.of(sound.header().started())
                        : Optional.empty();
            case RunRecord.Unreadable unreadable -> Optional.of(oldest(folder.resolve(unreadable.name())));
        };
    }

    private static Instant oldest(Path record) {
        Instant oldest = Instant.MAX;
        try (Stream<Path> files = Files.walk(record)) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                Instant changed = Files.getLastModifiedTime(each.next()).toInstant();
                oldest = changed.isBefore(oldest) ? changed : oldest;
            }
            return oldest;
        } catch (IOException | UncheckedIOException e) {
            return Instant.EPOCH;
        }
    }
}
