package dev.penstock.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder with a file for each value; a file appears whole or not at all. */
public final class FileBlobStore implements BlobStore {

    private final Path folder;

    public FileBlobStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String put(byte[] bytes) {
        String digest = Digests.of(bytes);
        Path file = file(digest);
        if (Files.exists(file)) {
            return digest;
        }
        try {
            Files.createDirectories(file.getParent());
            Path partial = Files.createTempFile(file.getParent(), ".partial-", "");
            try {
                Files.write(partial, bytes);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
            return digest;
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    @Override
    public byte[] get(String digest) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file(digest));
        } catch (NoSuchFileException e) {
            throw BlobException.missing(digest, words());
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
        if (!Digests.of(bytes).equals(digest)) {
            throw BlobException.damaged(digest, words());
        }
        return bytes;
    }

    @Override
    public String words() {
        return folder.toString();
    }

    private Path file(String digest) {
        String hex = Digests.hex(digest);
        return folder.resolve("sha256").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }
}
