package dev.penstock.cli.find;

import java.util.Locale;
import java.util.Optional;

/** What a user may write to mean a pipeline. */
sealed interface Reference {

    /** A pipeline of a jar: the one that there is, or the one of this name. */
    record InJar(String file, Optional<String> name) implements Reference {}

    /** A spec in a file. */
    record SpecFile(String file) implements Reference {}

    /** A name of a pipeline or of its class. */
    record Name(String name) implements Reference {}

    static Reference parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int hash = lower.lastIndexOf(".jar#");
        if (hash >= 0) {
            String name = text.substring(hash + 5);
            return new InJar(text.substring(0, hash + 4), Optional.of(name).filter(given -> !given.isEmpty()));
        }
        if (lower.endsWith(".jar")) {
            return new InJar(text, Optional.empty());
        }
        return lower.endsWith(".json") ? new SpecFile(text) : new Name(text);
    }
}
