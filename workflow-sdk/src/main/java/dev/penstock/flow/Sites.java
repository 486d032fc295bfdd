package dev.penstock.flow;

import dev.penstock.spec.Site;
import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the line of the user's code that is at work. */
final class Sites {

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final Set<String> LANGUAGE = Stream.of(
                    "artifact", "check", "container", "flow", "option", "problem", "spec", "type")
            .map("dev.penstock."::concat)
            .collect(Collectors.toUnmodifiableSet());

    private Sites() {}

    static Site here() {
        return WALKER.walk(frames -> frames.filter(Sites::isUserCode).findFirst())
                .map(Sites::site)
                .orElse(Site.UNKNOWN);
    }

    /** The line from which an exception came: the user's own, by the package of a class, before that of a library. */
    static Site of(Throwable thrown, Class<?> user, Site otherwise) {
        List<StackTraceElement> frames = Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().equals(Tracer.class.getName()))
                .filter(frame -> frame.getFileName() != null && isUserCode(frame.getClassName()))
                .toList();
        return frames.stream()
                .filter(frame -> packageOf(frame.getClassName()).equals(user.getPackageName()))
                .findFirst()
                .or(() -> frames.stream().findFirst())
                .map(frame -> site(frame.getFileName(), frame.getLineNumber()))
                .orElse(otherwise);
    }

    /** The file of a class whose own line is not known. */
    static Site of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return Site.of(outermost.getSimpleName().replaceAll("\\$\\$.*", "") + ".java");
    }

    private static boolean isUserCode(StackFrame frame) {
        return frame.getFileName() != null && isUserCode(frame.getClassName());
    }

    private static boolean isUserCode(String className) {
        boolean language = LANGUAGE.contains(packageOf(className));
        return !language && !className.startsWith("java.") && !className.startsWith("jdk.");
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private static Site site(StackFrame frame) {
        String file = frame.getFileName();
        return site(file == null ? frame.getClassName() : file, frame.getLineNumber());
    }

    private static Site site(String file, int line) {
        return new Site(file, Math.max(0, line));
    }
}
