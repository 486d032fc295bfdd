package dev.penstock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the trace of an exception that nobody foresaw, and tells of it in one line. */
final class Fault {

    private Fault() {}

    static int report(Throwable thrown, Shell shell) {
        shell.err().println("penstock: internal fault: %s; %s".formatted(firstLine(thrown), kept(thrown)));
        return ExitCode.FAULT;
    }

    private static String firstLine(Throwable thrown) {
        return thrown.toString().lines().findFirst().orElse("").strip();
    }

    private static String kept(Throwable thrown) {
        try {
            Path log = Files.createTempFile("penstock-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
                writer.println("penstock %s, Java %s".formatted(Version.current(), Runtime.version()));
                thrown.printStackTrace(writer);
            }
            return "the details are in " + log;
        } catch (IOException e) {
            return "its details could not be written: " + e.getMessage();
        }
    }
}
