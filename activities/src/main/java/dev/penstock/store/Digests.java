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
        return words(algorithm().digest(bytes));
    }

    public static boolean isDigest(String text) {
        return FORM.matcher(text).matches();
    }

    static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String words(byte[] hash) {
        return PREFIX + HexFormat.of().formatHex(hash);
    }

    static String hex(String digest) {
        if (!isDigest(digest)) {
            throw BlobException.malformed(digest);
        }
        return digest.substring(PREFIX.length());
    }

    /** A name that spreads over 256 folders. */
    public static String name(String folder, String digest) {
        String hex = hex(digest);
        return folder + "/" + hex.substring(0, 2) + "/" + hex.substring(2);
    }
}
