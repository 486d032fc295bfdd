package dev.penstock.cli.output;

import java.util.List;
import java.util.Locale;

/** Says in words how much something is. */
public final class ByteWords {

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB");

    private ByteWords() {}

    /** Such as "517 bytes", "1.2 MB" or "340 GB". */
    public static String of(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte");
        }
        double shown = bytes;
        String unit = "";
        for (String next : UNITS) {
            if (shown < 999.5) {
                break;
            }
            shown /= 1_000;
            unit = next;
        }
        return String.format(Locale.ROOT, shown < 9.95 ? "%.1f %s" : "%.0f %s", shown, unit);
    }

    /** Such as "1 file" or "3 files". */
    public static String count(long number, String word) {
        return "%s %s%s".formatted(number, word, number == 1 ? "" : "s");
    }
}
