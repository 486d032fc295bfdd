package dev.penstock.store;

import dev.penstock.files.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps artifacts as objects: a file under {@code sha256/}, a folder as its files and, written last, their list under
 * {@code folders/}. Folders without files in them are not kept.
 */
public record Artifacts(ObjectStore objects) implements ArtifactStore {

    static final String FILES = ObjectBlobStore.FOLDER;
    static final String FOLDERS = "folders";

    @Override
    public Kept keep(Path content) {
        if (Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)) {
            return keepFolder(content);
        }
        if (Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)) {
            Fingerprint print = keepFile(content);
            return kept(FILES, print.digest(), print.bytes(), 1);
        }
        if (!Files.exists(content, LinkOption.NOFOLLOW_LINKS)) {
            throw Unacceptable.missing(content);
        }
        boolean link = Files.isSymbolicLink(content);
        throw Unacceptable.parts(
                content, List.of(link ? "it is a symbolic link" : "it is neither a file nor a folder"));
    }

    private Kept keepFolder(Path content) {
        List<FolderFiles.Found> files;
        try {
            files = FolderFiles.of(content);
        } catch (IOException e) {
            throw Unacceptable.notReadable(content, String.valueOf(e.getMessage()));
        }
        List<FolderList.Item> items = Collections.synchronizedList(new ArrayList<>(files.size()));
        Lanes.each(files, objects.lanes(), found -> {
            Fingerprint print = keepFile(found.file());
            items.add(
                    new FolderList.Item(found.path(), print.digest(), print.bytes(), Files.isExecutable(found.file())));
        });
        FolderList list = new FolderList(items);
        byte[] json = list.json();
        String digest = Digests.of(json);
        String name = Digests.name(FOLDERS, digest);
        if (!objects.renew(name, json.length)) {
            objects.write(name, json);
        }
        return kept(FOLDERS, digest, list.bytes(), list.items().size());
    }

    private Fingerprint keepFile(Path file) {
        Fingerprint print;
        try {
            print = Fingerprint.of(file);
        } catch (NoSuchFileException e) {
            throw Unacceptable.changed(file);
        } catch (IOException e) {
            throw Unacceptable.notReadable(file, String.valueOf(e.getMessage()));
        }
        String name = Digests.name(FILES, print.digest());
        if (!objects.renew(name, print.bytes())) {
            objects.upload(name, file, print);
        }
        return print;
    }

    private boolean isThere(String name, long bytes) {
        return objects.size(name).equals(OptionalLong.of(bytes));
    }

    private Kept kept(String folder, String digest, long bytes, long files) {
        return new Kept(objects.uri(Digests.name(folder, digest)), digest, bytes, files);
    }

    @Override
    public void bring(URI uri, String digest, Path target) {
        boolean isFolder = isFolder(uri, digest);
        Path whole = target.toAbsolutePath();
        Path partial = whole.resolveSibling(".%s-%s".formatted(whole.getFileName(), UUID.randomUUID()));
        try {
            if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(whole.toString());
            }
            Files.createDirectories(whole.getParent());
            if (isFolder) {
                bringFolder(digest, partial);
            } else {
                bringFile(digest, partial);
            }
            move(partial, whole);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s".formatted(target, e), e);
        } finally {
            Trees.deleteQuietly(partial);
        }
    }

    @Override
    public boolean has(URI uri, String digest) {
        try {
            if (!isFolder(uri, digest)) {
                return objects.size(Digests.name(FILES, digest)).isPresent();
            }
            AtomicBoolean all = new AtomicBoolean(true);
            Lanes.each(list(digest).items(), objects.lanes(), item -> {
                if (all.get() && !isThere(Digests.name(FILES, item.digest()), item.bytes())) {
                    all.set(false);
                }
            });
            return all.get();
        } catch (BlobException e) {
            if (e.lasting()) {
                return false;
            }
            throw e;
        }
    }

    /** An artifact of this digest without a URI; nothing where it is not there as a whole. */
    public Optional<Kept> find(String digest) {
        String folder = Digests.name(FOLDERS, digest);
        if (objects.size(folder).isPresent()) {
            return find(objects.uri(folder), digest);
        }
        return find(objects.uri(Digests.name(FILES, digest)), digest);
    }

    /** How big an artifact is; nothing where it is not there as a whole. */
    public Optional<Kept> find(URI uri, String digest) {
        if (!has(uri, digest)) {
            return Optional.empty();
        }
        if (isFolder(uri, digest)) {
            FolderList list = list(digest);
            return Optional.of(kept(FOLDERS, digest, list.bytes(), list.items().size()));
        }
        OptionalLong bytes = objects.size(Digests.name(FILES, digest));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(kept(FILES, digest, bytes.getAsLong(), 1));
    }

    private static void move(Path partial, Path whole) throws IOException {
        try {
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, whole);
        }
    }

    private void bringFolder(String digest, Path target) throws IOException {
        FolderList list = list(digest);
        Files.createDirectory(target);
        for (FolderList.Item item : list.items()) {
            Files.createDirectories(target.resolve(item.path()).getParent());
        }
        Lanes.each(list.items(), objects.lanes(), item -> {
            Path file = target.resolve(item.path());
            bringFile(item.digest(), file);
            if (item.executable() && !file.toFile().setExecutable(true, false)) {
                throw new UncheckedIOException(new IOException(file + " cannot be made executable"));
            }
        });
    }

    /** The files of a folder; refuses what is damaged or would lead out of it. */
    FolderList list(String digest) {
        String name = Digests.name(FOLDERS, digest);
        byte[] json = objects.read(name).map(Tagged::bytes).orElseThrow(() -> BlobException.missing(digest, words()));
        if (!Digests.of(json).equals(digest)) {
            objects.delete(name);
            throw BlobException.damaged(digest, words());
        }
        return FolderList.parse(digest, json);
    }

    private void bringFile(String digest, Path target) {
        String name = Digests.name(FILES, digest);
        try {
            objects.download(name, target, digest);
        } catch (BlobException e) {
            // So that it is kept again when it is made again.
            if (e.kind() == BlobException.Kind.DAMAGED) {
                objects.delete(name);
            }
            throw e;
        }
    }

    /** Whether it lies there as a folder; refuses what does not name the artifact. */
    public static boolean isFolder(URI uri, String digest) {
        String path = String.valueOf(uri.getPath());
        if (path.endsWith("/" + Digests.name(FOLDERS, digest))) {
            return true;
        }
        if (path.endsWith("/" + Digests.name(FILES, digest))) {
            return false;
        }
        throw BlobException.misplaced(uri, digest);
    }

    @Override
    public String words() {
        return objects.words();
    }
}
