package dev.penstock.step;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what is in images, so that a result of one image is not taken for that of another. */
public interface ContextDigests {

    /** The digest of an image, or of its build context; nothing where what is in it may change unseen. */
    Optional<String> of(String image);

    /** Knows images only that are named by their digest. */
    static ContextDigests pinned() {
        Pattern form = Pattern.compile(".*@(sha256:[0-9a-f]{64})");
        return image ->
                Optional.of(form.matcher(image)).filter(Matcher::matches).map(found -> found.group(1));
    }
}
