package dev.penstock.server;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Says why a dev server did not start, from what it wrote. */
record DevServerFailure(DevServerFolder folder, DevServerPorts ports) {

    Problem explain(RuntimeException failure) {
        String log = log();
        if (log.contains("file is not a database") || log.contains("disk image is malformed")) {
            return new Problem(
                    Code.UNREADABLE,
                    folder.database().toString(),
                    "The dev server's database is damaged, or not a database.",
                    "Move the file away to start with an empty one; the runs in it are then gone.");
        }
        if (log.contains("address already in use")) {
            return new Problem(
                    Code.PORT_IN_USE,
                    "ports %s and %s".formatted(ports.server(), ports.ui()),
                    "Another process took a port of the dev server.",
                    "Try again, or configure other ports.");
        }
        if (log.contains("readonly database") || log.contains("unable to open database")) {
            return new Problem(
                    Code.UNREADABLE,
                    folder.database().toString(),
                    "The dev server's database cannot be written.",
                    "Make the file and its folder writable, or configure another folder.");
        }
        return new Problem(
                Code.SERVER_NOT_STARTED,
                folder.log().toString(),
                "The dev server did not start: %s".formatted(lastLine(log, failure)),
                "The file has its log.");
    }

    private String log() {
        try {
            return Files.readString(folder.log(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static String lastLine(String log, RuntimeException failure) {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                : lines.getLast();
    }
}
