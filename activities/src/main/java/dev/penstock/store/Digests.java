package dev.penstock.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256, written as {@code sha256:…}. */
public final class Digests {

    private static final String PREFIX = "sha256:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private Digests() {}

    public static String of(byte[] bytes) {
        try {
            return PREFIX
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean isDigest(String text) {
        return FORM.matcher(text).matches();
    }

    static String hex(String digest) {
        if (!isDigest(digest)) {
            throw BlobException.malformed(digest);
        }
        return digest.substring(PREFIX.length());
    }
}
