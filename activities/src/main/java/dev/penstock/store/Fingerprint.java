package dev.penstock.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * What the bytes of a file were when it was read.
 *
 * @param crc costs next to nothing, so that whoever copies the file notices that it has changed meanwhile
 */
public record Fingerprint(String digest, int crc, long bytes) {

    public static Fingerprint of(Path file) throws IOException {
        MessageDigest digest = Digests.algorithm();
        CRC32 crc = new CRC32();
        long bytes = Contents.read(file, (buffer, length) -> {
            digest.update(buffer, 0, length);
            crc.update(buffer, 0, length);
        });
        return new Fingerprint(Digests.words(digest.digest()), (int) crc.getValue(), bytes);
    }

    /** As S3 wants it. */
    String crcAsText() {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(crc).array());
    }
}
