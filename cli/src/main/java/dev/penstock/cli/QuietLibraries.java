package dev.penstock.cli;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries and the JVM from writing between the lines of a command; a worker still logs warnings. */
final class QuietLibraries {

    private static final String VARIABLE = "PENSTOCK_LOG";
    private static final String LOG = "org.slf4j.simpleLogger.";
    private static final String NETTY = "io.grpc.netty.shaded.io.netty.";
    private static final int FIRST_WITH_WARNINGS = 24;

    /** Held here, or its level would be forgotten. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private static final List<String> WORKERS = List.of("worker", "dev");

    private QuietLibraries() {}

    /** To be called before any of them is loaded; whatever the JVM was started with holds. */
    static void ask(String[] args, Map<String, String> environment) {
        boolean worker = Arrays.stream(args).anyMatch(WORKERS::contains);
        set(LOG + "defaultLogLevel", environment.getOrDefault(VARIABLE, worker ? "warn" : "off"));
        set(LOG + "showDateTime", "true");
        set(LOG + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        set(LOG + "showThreadName", "false");
        // An application without a logger needs no sermon about it.
        set("slf4j.internal.verbosity", "ERROR");
        // JDKs since 24 warn users of what protobuf and Netty do with Unsafe and native libraries.
        if (Runtime.version().feature() >= FIRST_WITH_WARNINGS) {
            markAsWarned();
        }
        // It tells of calls that end with the server of this process, which is none of anybody's business.
        GRPC.setLevel(Level.WARNING);
        set(NETTY + "transport.noNative", "true");
        set(NETTY + "handler.ssl.noOpenSsl", "true");
    }

    /** No manifest and no property can say so for {@code java -jar}, and users cannot change protobuf. */
    private static void markAsWarned() {
        try {
            Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
            warned.setAccessible(true);
            warned.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Then the user is warned once.
            return;
        }
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
