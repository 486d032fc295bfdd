package dev.penstock.testing.run;

import dev.penstock.testing.run.Hostility.Tree;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values and exceptions that should not be. */
@SuppressWarnings({"unchecked", "NullAway", "serial"})
final class Odd {

    private Odd() {}

    static Tree nothing() {
        return null;
    }

    static Tree holding(Object part) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("part", part);
        return new Tree(1, "", (Map<String, Tree>) (Map<?, ?>) parts);
    }

    static Map<String, Tree> keyedBy(Object key) {
        Map<Object, Tree> parts = new HashMap<>();
        parts.put(key, Tree.leaf());
        return (Map<String, Tree>) (Map<?, ?>) parts;
    }

    static Tree cycle() {
        Map<String, Tree> parts = new HashMap<>();
        Tree tree = new Tree(1, "", parts);
        parts.put("itself", tree);
        return tree;
    }

    static Tree deep(int levels) {
        Tree tree = Tree.leaf();
        for (int i = 0; i < levels; i++) {
            tree = new Tree(i, "", Map.of("part", tree));
        }
        return tree;
    }

    /** Its accessor fails. */
    record Unreadable(int weight) {
        @Override
        public int weight() {
            throw new IllegalStateException("no such weight");
        }
    }

    /** Cannot be gone through. */
    static final class Failing extends AbstractMap<String, Tree> {
        @Override
        public Set<Entry<String, Tree>> entrySet() {
            throw new AssertionError("never ask");
        }
    }

    static Tree endless(int n) {
        return n == 0 ? Tree.leaf() : new Tree(endless(n + 1).weight() + 1, "", Map.of());
    }

    static Tree interrupting() {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted by itself");
    }

    static Tree thrown(Throwable cause) throws Throwable {
        throw cause;
    }

    static <T extends Throwable> RuntimeException sneaked(Throwable cause) throws T {
        throw (T) cause;
    }

    static RuntimeException nameless() {
        return new RuntimeException("no name") {};
    }

    static Throwable chain(int length) {
        Throwable cause = null;
        for (int i = 1; i <= length; i++) {
            cause = new IllegalStateException("cause " + i, cause);
        }
        return cause;
    }

    /** A chain of long messages in characters that take three bytes each. */
    static Throwable much() {
        Throwable cause = null;
        for (int i = 0; i < 60; i++) {
            cause = new IllegalStateException("\u20ac".repeat(20_000), cause);
        }
        return cause;
    }

    static Throwable circle() {
        Exception first = new IllegalStateException("first of two");
        Exception second = new IllegalStateException("second of two", first);
        first.initCause(second);
        return first;
    }

    /** Says nothing of itself. */
    static class Unspeakable extends RuntimeException {
        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("ask somebody else");
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            throw new UnsupportedOperationException("ask somebody else");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }

    static final class RefusedUnspeakably extends Unspeakable {}

    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /** Can be thrown, and is no exception. */
    static final class Thing extends Throwable {
        Thing() {
            super("neither exception nor error");
        }
    }
}
