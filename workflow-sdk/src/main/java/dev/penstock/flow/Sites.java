package dev.penstock.flow;

import dev.penstock.spec.Site;
import java.lang.StackWalker.StackFrame;

/** Finds the line of the user's code that is at work. */
final class Sites {

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String LANGUAGE = Sites.class.getPackageName() + ".";

    private Sites() {}

    static Site here() {
        return WALKER.walk(frames -> frames.filter(Sites::isUserCode).findFirst())
                .map(Sites::site)
                .orElse(Site.UNKNOWN);
    }

    /** The line of the user's code from which an exception came. */
    static Site of(Throwable thrown, Site otherwise) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (isUserCode(frame.getClassName()) && frame.getFileName() != null) {
                return new Site(frame.getFileName(), Math.max(0, frame.getLineNumber()));
            }
        }
        return otherwise;
    }

    /** The file of a class whose own line is not known. */
    static Site of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return Site.of(outermost.getSimpleName() + ".java");
    }

    private static boolean isUserCode(StackFrame frame) {
        return frame.getFileName() != null && isUserCode(frame.getClassName());
    }

    private static boolean isUserCode(String className) {
        boolean language = className.startsWith(LANGUAGE) && className.indexOf('.', LANGUAGE.length()) < 0;
        return !language && !className.startsWith("java.") && !className.startsWith("jdk.");
    }

    private static Site site(StackFrame frame) {
        String file = frame.getFileName();
        return new Site(file == null ? frame.getClassName() : file, Math.max(0, frame.getLineNumber()));
    }
}
