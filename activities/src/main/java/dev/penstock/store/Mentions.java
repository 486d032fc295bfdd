package dev.penstock.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digests that stand in texts. Whatever looks like one counts, wherever it stands: too much is kept rather than too
 * little.
 */
public final class Mentions {

    /** With a colon, with one as URIs may have it, or as the name of an object; after the key of a stored value. */
    private static final Pattern FORM = Pattern.compile(
            "(@stored[\\\\\":\\s]{1,16})?(?:sha256(?::|%3[Aa])|(?:sha256|folders)/)([0-9a-f]{2})/?([0-9a-f]{62})");

    private static final int LONGEST = 128;
    private static final int AT_ONCE = 1 << 16;

    private final Set<String> digests = ConcurrentHashMap.newKeySet();
    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /** Of one text. */
    static Mentions in(byte[] text) {
        Mentions mentions = new Mentions();
        mentions.add(text);
        return mentions;
    }

    /** May be called from any thread. */
    public void add(String text) {
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            String digest = "sha256:" + matcher.group(2) + matcher.group(3);
            digests.add(digest);
            if (matcher.group(1) != null) {
                values.add(digest);
            }
        }
    }

    public void add(byte[] text) {
        add(new String(text, StandardCharsets.ISO_8859_1));
    }

    /** A text of any length. */
    public void add(InputStream text) throws IOException {
        add(text, AT_ONCE);
    }

    void add(InputStream text, int atOnce) throws IOException {
        byte[] buffer = new byte[atOnce];
        int before = 0;
        for (int read = text.readNBytes(buffer, 0, atOnce);
                read > 0;
                read = text.readNBytes(buffer, before, atOnce - before)) {
            int length = before + read;
            add(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            before = Math.min(LONGEST, length);
            System.arraycopy(buffer, length - before, buffer, 0, before);
        }
    }

    public Set<String> digests() {
        return Collections.unmodifiableSet(digests);
    }

    /** Those that stand for a value in place of which they travel. */
    Set<String> values() {
        return Collections.unmodifiableSet(values);
    }
}
