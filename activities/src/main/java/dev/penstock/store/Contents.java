package dev.penstock.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Reads and copies files of any size with little memory; never follows a symbolic link at their end. */
final class Contents {

    private static final int MOST_AT_ONCE = 256 * 1024;

    /** From this size on, the system's own way to copy is faster by more than a second reading costs. */
    private static final long BIG = 16L << 20;

    private static final long PART = 64L << 20;

    /** Takes the bytes of a file, part by part. */
    interface Sink {
        void take(byte[] buffer, int length) throws IOException;
    }

    private Contents() {}

    /** How many bytes were read. */
    static long read(Path file, Sink sink) throws IOException {
        try (InputStream from = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[Math.clamp(Files.size(file) + 1, 512, MOST_AT_ONCE)];
            long bytes = 0;
            for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                sink.take(buffer, length);
                bytes += length;
            }
            return bytes;
        }
    }

    /** Copies to a new file; false where the original is no longer what it was. */
    static boolean copy(Path file, Path target, Fingerprint print) throws IOException {
        CRC32 crc = new CRC32();
        long bytes;
        try (OutputStream to = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            bytes = read(file, (buffer, length) -> {
                crc.update(buffer, 0, length);
                to.write(buffer, 0, length);
            });
        }
        return bytes == print.bytes() && (int) crc.getValue() == print.crc();
    }

    /** In parts, so that it can be interrupted. */
    private static void transfer(Path file, Path target) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileChannel to = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long moved = 1;
            for (long at = 0; moved > 0; at += moved) {
                moved = from.transferTo(at, PART, to);
            }
        }
    }

    /** Copies to a new file; gives the digest of what was copied. */
    static String copy(Path file, Path target) throws IOException {
        MessageDigest digest = Digests.algorithm();
        if (Files.size(file) >= BIG) {
            transfer(file, target);
            read(target, (buffer, length) -> digest.update(buffer, 0, length));
            return Digests.words(digest.digest());
        }
        try (OutputStream to = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            read(file, (buffer, length) -> {
                digest.update(buffer, 0, length);
                to.write(buffer, 0, length);
            });
        }
        return Digests.words(digest.digest());
    }
}
