package dev.penstock.process;

import dev.penstock.store.Digests;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files that any file system takes; different texts keep different names. */
public final class SafeName {

    private static final int LONGEST = 100;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._=+@\\[\\]-]");

    private SafeName() {}

    public static String of(String text) {
        String safe = UNSAFE.matcher(text).replaceAll("_");
        boolean special = safe.isEmpty() || safe.startsWith(".");
        if (safe.equals(text) && safe.length() <= LONGEST && !special) {
            return safe;
        }
        String beginning = (special ? "_" : "") + safe.substring(0, Math.min(safe.length(), LONGEST - 20));
        return beginning + "-" + digest(text).substring(0, 12);
    }

    /** The digest of a text, without the name of the method. */
    public static String digest(String text) {
        String digest = Digests.of(text.getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.indexOf(':') + 1);
    }
}
