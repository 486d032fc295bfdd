package dev.penstock.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Says how much libraries may log: nothing between the lines of a short command, warnings in a worker. */
final class LogSettings {

    private static final String VARIABLE = "PENSTOCK_LOG";
    private static final String PREFIX = "org.slf4j.simpleLogger.";
    private static final List<String> WORKERS = List.of("worker", "dev");

    private LogSettings() {}

    static void apply(String[] args, Map<String, String> environment) {
        boolean worker = Arrays.stream(args).anyMatch(WORKERS::contains);
        String level = environment.getOrDefault(VARIABLE, worker ? "warn" : "off");
        set(PREFIX + "defaultLogLevel", level);
        set(PREFIX + "showDateTime", "true");
        set(PREFIX + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        set(PREFIX + "showThreadName", "false");
        // An application without a logger needs no sermon about it.
        set("slf4j.internal.verbosity", "ERROR");
    }

    /** Unless the JVM was started with it. */
    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
