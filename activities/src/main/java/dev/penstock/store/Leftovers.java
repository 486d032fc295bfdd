package dev.penstock.store;

import dev.penstock.daemon.HostName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder of files that are being written; their names tell who writes, so that those of the dead can be removed.
 *
 * <p>Nobody can tell whether a process of another machine is alive, so its files stay for a week.
 */
record Leftovers(Path folder) {

    private static final Duration SURELY_OVER = Duration.ofDays(7);
    private static final String SEPARATOR = "~";

    /** A path of this process, where nothing is yet. */
    Path next() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(String.join(
                SEPARATOR,
                host(),
                Long.toString(ProcessHandle.current().pid()),
                start(ProcessHandle.current()),
                UUID.randomUUID().toString()));
    }

    void sweep() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isLeft(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // Nobody has written yet, or somebody else sweeps too.
            return;
        }
    }

    private static boolean isLeft(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split(SEPARATOR, -1);
        if (parts.length != 4 || !parts[0].equals(host()) || !parts[1].matches("[0-9]{1,18}")) {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(SURELY_OVER));
        }
        Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(parts[1]));
        return writer.isEmpty() || !start(writer.get()).equals(parts[2]);
    }

    /** Two processes may have the same number, one after the other. */
    private static String start(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(at -> Long.toString(at.toEpochMilli()))
                .orElse("");
    }

    private static String host() {
        return HostName.own().replace(SEPARATOR, "-").replace("/", "-");
    }
}
