package dev.penstock.server;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** The dev server that runs for a folder, as a file there tells every process. */
record DevServerState(long pid, Instant started, int port, int uiPort) {

    /** The clock of the machine may have been set since. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    static DevServerState of(ProcessHandle process, int port, int uiPort) {
        return new DevServerState(process.pid(), startOf(process), port, uiPort);
    }

    /** The one in the file, if its process is still there. */
    static Optional<DevServerState> running(DevServerFolder folder) {
        return read(folder.state()).filter(state -> state.process().isPresent());
    }

    /** The process, unless another has taken over its id. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startOf(process), started).abs().compareTo(SAME_START) < 0);
    }

    void write(DevServerFolder folder) {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("ui-port", Integer.toString(uiPort));
        Path draft = folder.state().resolveSibling("server.properties.draft");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, "The Temporal dev server of this folder");
            }
            Files.move(draft, folder.state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw folder.refusal(e);
        }
    }

    static void remove(DevServerFolder folder) {
        try {
            Files.deleteIfExists(folder.state());
        } catch (IOException e) {
            throw folder.refusal(e);
        }
    }

    /** A file that cannot be read says as little as none. */
    private static Optional<DevServerState> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new DevServerState(
                    Long.parseLong(properties.getProperty("pid", "")),
                    Instant.parse(properties.getProperty("started", "")),
                    Integer.parseInt(properties.getProperty("port", "")),
                    Integer.parseInt(properties.getProperty("ui-port", ""))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
