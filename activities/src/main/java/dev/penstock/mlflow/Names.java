package dev.penstock.mlflow;

import java.util.regex.Pattern;

/** What MLflow takes as a name. */
final class Names {

    /** The tag under which a run or a version is found again. */
    static final String KEY = "penstock.key";

    private static final Pattern REFUSED = Pattern.compile("[^\\w ./:-]");
    private static final int LONGEST_NAME = 250;
    private static final int LONGEST_VALUE = 6_000;

    private Names() {}

    /** Of a parameter or metric: what cannot be in one becomes an underscore. */
    static String of(String name) {
        String plain = REFUSED.matcher(name).replaceAll("_");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    static String value(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 2) + " …";
    }

    /** A text inside a filter of a search, which has no way to quote a quote. */
    static String quoted(String text) {
        if (text.indexOf('\'') >= 0) {
            throw new IllegalArgumentException("MLflow cannot search for a text with a quote: " + text);
        }
        return "'%s'".formatted(text);
    }

    static String hasKey(String key) {
        return "tags.`%s` = %s".formatted(KEY, quoted(key));
    }
}
