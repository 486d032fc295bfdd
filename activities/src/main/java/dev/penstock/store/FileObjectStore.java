package dev.penstock.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A folder with a file for each object.
 *
 * <p>An object is written beside the others and then linked or moved to its name, so a writer that is killed at any
 * moment leaves at most a file that nobody sees. Replacing is done under a lock that the system takes from the dead.
 */
public final class FileObjectStore implements ObjectStore {

    private static final String HIDDEN = ".";

    private final Path folder;
    private final Leftovers leftovers;
    private final AtomicBoolean swept = new AtomicBoolean();

    public FileObjectStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.leftovers = new Leftovers(this.folder.resolve(".partial"));
    }

    @Override
    public Optional<Tagged> read(String name) {
        try {
            byte[] bytes = Files.readAllBytes(file(name));
            return Optional.of(new Tagged(bytes, Digests.of(bytes)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        try {
            return Optional.of(Files.newInputStream(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    @Override
    public void write(String name, byte[] bytes) {
        writing(name, (partial, file) -> {
            Files.write(partial, bytes, StandardOpenOption.CREATE_NEW);
            return put(partial, file);
        });
    }

    /** Under the lock of {@link #deleteOld} if something is there: the new one must not go in place of an old one. */
    private boolean put(Path partial, Path file) throws IOException {
        Locked moving = () -> {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        };
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? locked(moving) : moving.run();
    }

    @Override
    public Optional<String> create(String name, byte[] bytes) {
        boolean created = writing(name, (partial, file) -> {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            writeForGood(partial, bytes);
            boolean won = appear(partial, file);
            if (won) {
                namedForGood(file);
            }
            return won;
        });
        return created ? Optional.of(Digests.of(bytes)) : Optional.empty();
    }

    private boolean appear(Path partial, Path file) throws IOException {
        try {
            Files.createLink(file, partial);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            return locked(() -> {
                boolean free = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
                if (free) {
                    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
                }
                return free;
            });
        }
    }

    @Override
    public Optional<String> replace(String name, byte[] bytes, String tag) {
        boolean replaced = writing(name, (partial, file) -> {
            writeForGood(partial, bytes);
            return locked(() -> {
                boolean same = read(name).map(Tagged::tag).filter(tag::equals).isPresent();
                if (same) {
                    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
                    namedForGood(file);
                }
                return same;
            });
        });
        return replaced ? Optional.of(Digests.of(bytes)) : Optional.empty();
    }

    @Override
    public OptionalLong size(String name) {
        try {
            return OptionalLong.of(Files.size(file(name)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    /** Under the lock of {@link #deleteOld}: either sees what the other has done. */
    @Override
    public boolean renew(String name, long bytes) {
        Path file = file(name);
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            Instant now = Instant.now();
            if (found.size() != bytes || found.lastModifiedTime().toInstant().isAfter(now.minus(YOUNG))) {
                return found.size() == bytes;
            }
            return locked(() -> {
                Files.setLastModifiedTime(file, FileTime.from(now));
                return true;
            });
        } catch (FileSystemException e) {
            // It is not there, or it is another user's; then a new one takes its place.
            return false;
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    @Override
    public void upload(String name, Path original, Fingerprint print) {
        boolean same = writing(name, (partial, file) -> Contents.copy(original, partial, print) && put(partial, file));
        if (!same) {
            throw Unacceptable.changed(original);
        }
    }

    @Override
    public void download(String name, Path target, String digest) {
        String found;
        try {
            found = Contents.copy(file(name), target);
        } catch (NoSuchFileException e) {
            throw BlobException.missing(digest, words());
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
        if (!found.equals(digest)) {
            throw BlobException.damaged(digest, words());
        }
    }

    @Override
    public void delete(String name) {
        try {
            locked(() -> Files.deleteIfExists(file(name)));
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    @Override
    public boolean deleteOld(String name, Instant unchangedSince) {
        Path file = file(name);
        try {
            return locked(() ->
                    Files.getLastModifiedTime(file).toInstant().isBefore(unchangedSince) && Files.deleteIfExists(file));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    @Override
    public List<Entry> list(String prefix) {
        Path start = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        List<Entry> found = new ArrayList<>();
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    return isHidden(inside) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (name.startsWith(prefix) && attributes.isRegularFile() && !isHidden(file)) {
                        found.add(new Entry(
                                name,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
        found.sort(Comparator.comparing(Entry::name));
        return found;
    }

    @Override
    public URI uri(String name) {
        return file(name).toUri();
    }

    @Override
    public int lanes() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }

    @Override
    public String words() {
        return folder.toString();
    }

    @Override
    public void close() {
        // Every file is closed where it is used.
    }

    private boolean isHidden(Path path) {
        return !path.equals(folder) && path.getFileName().toString().startsWith(HIDDEN);
    }

    private Path file(String name) {
        return folder.resolve(Names.checked(name));
    }

    private interface Writing {
        boolean write(Path partial, Path file) throws IOException;
    }

    private boolean writing(String name, Writing writing) {
        Path file = file(name);
        try {
            if (swept.compareAndSet(false, true)) {
                leftovers.sweep();
            }
            Files.createDirectories(file.getParent());
            Path partial = leftovers.next();
            try {
                return writing.write(partial, file);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    private static void writeForGood(Path file, byte[] bytes) throws IOException {
        try (FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                to.write(rest);
            }
            to.force(true);
        }
    }

    private static void namedForGood(Path file) throws IOException {
        try (FileChannel names = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private interface Locked {
        boolean run() throws IOException;
    }

    /** The system's locks belong to processes, not to threads, and closing any channel of a file gives its locks up. */
    private boolean locked(Locked work) throws IOException {
        Files.createDirectories(folder);
        synchronized (FileObjectStore.class) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() && work.run();
            }
        }
    }
}
