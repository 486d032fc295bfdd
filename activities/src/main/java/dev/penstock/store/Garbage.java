package dev.penstock.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds and removes contents that nothing refers to any more. */
public record Garbage(ObjectStore objects) {

    private static final String FILES = Artifacts.FILES + "/";
    private static final String FOLDERS = Artifacts.FOLDERS + "/";
    private static final String CACHE = "cache/";

    /** What is bigger and is not said to be a value is the file of a user, and refers to nothing. */
    private static final long MOST_BYTES_OF_A_TEXT = 64L << 20;

    /** How much of the contents something of one kind refers to, which others may do too. */
    public record Referred(String kind, long count, long contents) {}

    /** What was found. */
    public record Found(List<Referred> kinds, Sorted contents, Instant olderThan) {}

    /** What was removed. */
    public record Removed(long contents, long bytes) {}

    /**
     * What results in the cache refer to. To be asked for before all other roots: what was a result then may be part of
     * a run later, but not the other way round without being kept again.
     */
    public Roots cached() {
        Mentions mentions = new Mentions();
        List<Entry> entries = objects.list(CACHE);
        Lanes.each(
                entries,
                objects.lanes(),
                entry -> objects.read(entry.name()).map(Tagged::bytes).ifPresent(mentions::add));
        return new Roots("entries of the cache", entries.size(), mentions);
    }

    /** What no root refers to and is older; to be asked for after the roots. */
    public Found find(List<Roots> roots, Instant olderThan) {
        List<Entry> contents = contents();
        Texts texts = new Texts(objects, contents);
        Set<String> reached = new HashSet<>();
        List<Referred> kinds = new ArrayList<>();
        for (Roots each : roots) {
            Set<String> own = Reach.of(texts.links(each.mentions()), texts);
            reached.addAll(own);
            long there = contents.stream()
                    .filter(entry -> own.contains(entry.digest()))
                    .count();
            kinds.add(new Referred(each.kind(), each.count(), there));
        }
        return new Found(List.copyOf(kinds), Sorted.of(contents, reached, olderThan), olderThan);
    }

    /** Removes it, but not what somebody has kept again meanwhile. */
    public Removed remove(Found found) {
        List<Entry> removed = Collections.synchronizedList(new ArrayList<>());
        for (String folder : List.of(FOLDERS, FILES)) {
            List<Entry> some = found.contents().garbage().stream()
                    .filter(entry -> entry.name().startsWith(folder))
                    .toList();
            Lanes.each(some, objects.lanes(), entry -> {
                if (objects.deleteOld(entry.name(), found.olderThan())) {
                    removed.add(entry);
                }
            });
        }
        return new Removed(removed.size(), Sorted.bytes(removed));
    }

    private List<Entry> contents() {
        List<Entry> all = new ArrayList<>(objects.list(FOLDERS));
        all.addAll(objects.list(FILES));
        return all;
    }

    /** The texts of contents; each is read once. */
    private static final class Texts implements Reach.Reading {

        private final ObjectStore objects;
        private final Map<String, Entry> contents = new HashMap<>();
        private final Map<String, Reach.Links> known = new ConcurrentHashMap<>();

        Texts(ObjectStore objects, List<Entry> contents) {
            this.objects = objects;
            contents.reversed().forEach(entry -> this.contents.put(entry.digest(), entry));
        }

        @Override
        public List<Reach.Links> inside(Set<String> digests) {
            List<Entry> unread = digests.stream()
                    .filter(digest -> !known.containsKey(digest))
                    .map(contents::get)
                    .flatMap(Stream::ofNullable)
                    .toList();
            Lanes.each(unread, objects.lanes(), entry -> known.put(entry.digest(), read(entry)));
            return digests.stream().map(known::get).filter(Objects::nonNull).toList();
        }

        private Reach.Links read(Entry entry) {
            Mentions mentions = new Mentions();
            objects.open(entry.name()).ifPresent(text -> addAll(text, mentions));
            // The files of a folder are those of a user.
            return entry.name().startsWith(FOLDERS) ? new Reach.Links(mentions.digests(), Set.of()) : links(mentions);
        }

        /** Piece by piece, since many are read at once. */
        private void addAll(InputStream text, Mentions mentions) {
            try (text) {
                mentions.add(text);
            } catch (IOException e) {
                throw BlobException.outOfReach(objects.words(), e);
            }
        }

        Reach.Links links(Mentions mentions) {
            Set<String> followed = new HashSet<>(mentions.values());
            mentions.digests().stream().filter(this::mayBeText).forEach(followed::add);
            return new Reach.Links(mentions.digests(), followed);
        }

        private boolean mayBeText(String digest) {
            Entry entry = contents.get(digest);
            return entry != null && (entry.name().startsWith(FOLDERS) || entry.bytes() <= MOST_BYTES_OF_A_TEXT);
        }
    }
}
