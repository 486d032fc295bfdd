package dev.penstock.type;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90m}, {@code 1h 30m}, {@code 2d}, or ISO-8601. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("(?:\\d+d)?(?:\\d+h)?(?:\\d+m)?(?:\\d+(?:\\.\\d+)?s)?");

    private Durations() {}

    public static Duration parse(String text) {
        String compact = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (compact.isEmpty() || !SHORT.matcher(compact).matches()) {
            return Duration.parse(text.strip());
        }
        int days = compact.indexOf('d') + 1;
        String time = compact.substring(days);
        return Duration.parse("P" + compact.substring(0, days) + (time.isEmpty() ? "" : "T" + time));
    }
}
