package dev.penstock.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown, read without trust: the methods of an exception may fail as well, and its causes may have no end.
 *
 * @param type the name of its class
 * @param message its own message; where that cannot be read, why
 * @param frames where it was thrown, the innermost first
 */
public record Thrown(String type, Optional<String> message, List<StackTraceElement> frames) {

    public Thrown {
        message = message.map(text -> Fault.shortened(text, Fault.LONGEST));
        frames = List.copyOf(frames);
    }

    public static Thrown of(Throwable thrown) {
        return new Thrown(thrown.getClass().getName(), message(thrown), frames(thrown));
    }

    /** It and its causes, no more than so many. */
    public static List<Thrown> chain(Throwable first, int most) {
        List<Thrown> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable next = first;
        while (next != null && chain.size() < most && seen.add(next)) {
            chain.add(of(next));
            next = asked(next, Throwable::getCause, failed -> null);
        }
        return List.copyOf(chain);
    }

    /** The simple name of its class and its message, where it has one. */
    public String words() {
        String simple = type.substring(Math.max(type.lastIndexOf('.'), outer()) + 1);
        return message.map(text -> simple + ": " + text).orElse(simple);
    }

    /** The beginning of its message; its class where it has none. */
    public String shortMessage(int most) {
        return Fault.shortened(message.orElse(type), most);
    }

    /** A class without a name is called after the one around it. */
    private int outer() {
        int inner = type.lastIndexOf('$');
        return inner + 1 < type.length() && Character.isDigit(type.charAt(inner + 1)) ? -1 : inner;
    }

    private static Optional<String> message(Throwable thrown) {
        return Optional.ofNullable(asked(
                thrown,
                Throwable::getMessage,
                failed -> "(its message cannot be read: %s)"
                        .formatted(failed.getClass().getSimpleName())));
    }

    private static List<StackTraceElement> frames(Throwable thrown) {
        StackTraceElement[] frames = asked(thrown, Throwable::getStackTrace, failed -> null);
        return frames == null ? List.of() : List.of(frames);
    }

    private static <T> @Nullable T asked(
            Throwable thrown, Function<Throwable, @Nullable T> question, Function<Throwable, @Nullable T> otherwise) {
        try {
            return question.apply(thrown);
        } catch (Throwable failed) {
            return otherwise.apply(failed);
        }
    }
}
