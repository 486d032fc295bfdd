package dev.penstock.host;

import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the user's code threw, cut to what fits into a message with a hundred others. */
final class Shortened {

    private static final int MOST_CAUSES = 3;
    private static final int MOST_LETTERS = 2_000;
    private static final int MOST_FRAMES = 40;

    private Shortened() {}

    static ApplicationFailure of(Throwable thrown) {
        return of(thrown, MOST_CAUSES);
    }

    /** A copy, which shows up in Temporal's pages under the name of the original. */
    private static ApplicationFailure of(Throwable thrown, int most) {
        ApplicationFailure copy = ApplicationFailure.newBuilder()
                .setMessage(words(thrown))
                .setType(thrown.getClass().getName())
                .setCause(cause(thrown, most - 1))
                .build();
        StackTraceElement[] frames = thrown.getStackTrace();
        copy.setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES)));
        return copy;
    }

    private static @Nullable Throwable cause(Throwable thrown, int most) {
        Throwable cause = thrown.getCause();
        return cause == null || most == 0 ? null : of(cause, most);
    }

    private static String words(Throwable thrown) {
        String words = thrown.getMessage();
        if (words == null) {
            return "";
        }
        return words.length() > MOST_LETTERS ? words.substring(0, MOST_LETTERS) + "…" : words;
    }
}
