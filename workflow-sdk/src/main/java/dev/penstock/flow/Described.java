package dev.penstock.flow;

import dev.penstock.problem.Code;
import dev.penstock.spec.Site;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the user's classes to describe themselves, and refuses what cannot be used. */
final class Described {

    private Described() {}

    /** What a method such as {@code container()} of a class answers. */
    static <T> T by(Class<?> type, String method, Supplier<@Nullable T> description, Site at) {
        @Nullable T described;
        try {
            described = description.get();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new Refusal(
                    Code.DEFINITION_FAILED,
                    Sites.of(e, type, at),
                    "%s threw %s.".formatted(method, words(e)),
                    remedy(e, "Describe it from constants; handles have no value yet."));
        }
        if (described == null) {
            throw new Refusal(Code.NULL_VALUE, at, "%s returned null.".formatted(method), "Return a description.");
        }
        return described;
    }

    /** What helps against the exception: a library for a missing class, else what is given. */
    static String remedy(Throwable thrown, String otherwise) {
        return thrown instanceof LinkageError
                ? "Put the library with that class, in the version it was compiled against, on the class path of the jar."
                : otherwise;
    }

    /** The exception in words, to be followed by a full stop. */
    static String words(Throwable thrown) {
        return thrown.toString().replaceAll("[.\\s]+$", "");
    }
}
