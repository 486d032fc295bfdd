package dev.penstock.server;

import dev.penstock.daemon.ProcessMark;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** The dev server that runs for a folder, as a file there tells every process. */
record DevServerState(ProcessMark mark, int port, int uiPort) {

    static DevServerState of(ProcessHandle process, int port, int uiPort) {
        return new DevServerState(ProcessMark.of(process), port, uiPort);
    }

    /** The one in the file, if its process is still there. */
    static Optional<DevServerState> running(DevServerFolder folder) {
        return read(folder.state()).filter(state -> state.process().isPresent());
    }

    /** The process, unless another has taken over its id. */
    Optional<ProcessHandle> process() {
        return mark.process();
    }

    void write(DevServerFolder folder) {
        Properties properties = new Properties();
        mark.write(properties);
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
            int port = Integer.parseInt(properties.getProperty("port", ""));
            int uiPort = Integer.parseInt(properties.getProperty("ui-port", ""));
            return ProcessMark.read(properties).map(mark -> new DevServerState(mark, port, uiPort));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
