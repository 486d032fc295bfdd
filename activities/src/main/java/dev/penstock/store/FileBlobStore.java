package dev.penstock.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
        try {
            // After a crash of the machine the name may be there, and the bytes not.
            if (Files.exists(file) && Files.size(file) == bytes.length) {
                return digest;
            }
            Files.createDirectories(file.getParent());
            Path partial = Files.createTempFile(file.getParent(), ".partial-", "");
            try {
                writeThrough(partial, bytes);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
            return digest;
        } catch (IOException e) {
            throw BlobException.outOfReach(words(), e);
        }
    }

    /** The bytes are on the disk before the name is. */
    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
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
