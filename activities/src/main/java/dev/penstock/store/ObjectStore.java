package dev.penstock.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps bytes under names such as {@code cache/3f…}; what is under a name is always whole. */
public interface ObjectStore {

    /**
     * What was under a name, at one moment.
     *
     * @param tag changes whenever the bytes do
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Tagged(byte[] bytes, String tag) {}

    /** An entry of a listing. */
    record Entry(String name, long bytes, Instant changed) {}

    Optional<Tagged> read(String name);

    void write(String name, byte[] bytes);

    /** Writes where nothing is yet; of any number of processes that try at once, one is told that it did. */
    boolean create(String name, byte[] bytes);

    /** Writes where still is what was read under this tag. */
    boolean replace(String name, byte[] bytes, String tag);

    boolean has(String name);

    /** Copies a file of any size in; the digest is that of its bytes, which are checked on the way. */
    void upload(String name, Path file, String digest);

    /** Copies out to a file, of any size. */
    void download(String name, Path file);

    void delete(String name);

    /** All whose names begin like this, in the order of their names. */
    List<Entry> list(String prefix);

    URI uri(String name);

    /** For people: where it is. */
    String words();
}
