package dev.penstock.store;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps bytes under names such as {@code cache/3f…}; what is under a name is always whole.
 *
 * <p>What was created or replaced survives a loss of power. What was written or uploaded survives the end of this
 * process; after a loss of power it may be damaged, which its digest tells.
 */
public interface ObjectStore extends AutoCloseable {

    /** What is younger need not be renewed; so whoever removes old objects leaves those that are twice as old. */
    Duration YOUNG = Duration.ofMinutes(30);

    Optional<Tagged> read(String name);

    /** Of any size, to be read piece by piece and closed. */
    Optional<InputStream> open(String name);

    /** Writes in place of what may be there; not for names that anybody creates or replaces. */
    void write(String name, byte[] bytes);

    /** Writes where nothing is yet; of any number of processes that try at once, one gets a tag: that of its bytes. */
    Optional<String> create(String name, byte[] bytes);

    /** Writes where still is what was read or written under this tag; gives the new one. */
    Optional<String> replace(String name, byte[] bytes, String tag);

    /** How many bytes are there; nothing where there is no object. */
    OptionalLong size(String name);

    /**
     * Whether an object of this size is there, which is then young: nobody removes it who removes what is old. Where it
     * cannot be made young, it counts as not there.
     */
    boolean renew(String name, long bytes);

    /** Copies a file of any size in; refuses one that is no longer what it was when its print was taken. */
    void upload(String name, Path file, Fingerprint print);

    /** Copies out to a new file, of any size; where the bytes do not have this digest, the file is of no use. */
    void download(String name, Path file, String digest);

    void delete(String name);

    /** Deletes what has not changed since; false where it has, or is not there. */
    boolean deleteOld(String name, Instant unchangedSince);

    /** All whose names begin like this, in the order of their names. */
    List<Entry> list(String prefix);

    URI uri(String name);

    /** How many files at once are copied fastest. */
    int lanes();

    /** For people: where it is. */
    String words();

    @Override
    void close();
}
