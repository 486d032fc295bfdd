package dev.penstock.mlflow;

import dev.penstock.daemon.Ports;
import dev.penstock.daemon.ProcessMark;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** The server that runs for a folder, as a file there tells every process. */
record LocalMlflowState(ProcessMark mark, int port) {

    private static final String FILE = "server.properties";

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The one in the file, if it is still there and listens. */
    static Optional<LocalMlflowState> running(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
            int port = Integer.parseInt(properties.getProperty("port", ""));
            return ProcessMark.read(properties)
                    .map(mark -> new LocalMlflowState(mark, port))
                    .filter(state -> state.mark().process().isPresent() && Ports.listens(state.port()));
        } catch (IOException | RuntimeException e) {
            // A file that cannot be read says as little as none.
            return Optional.empty();
        }
    }

    void write(Path folder) {
        Properties properties = new Properties();
        mark.write(properties);
        properties.setProperty("port", Integer.toString(port));
        Path draft = folder.resolve(FILE + ".draft");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, "The MLflow server of this folder");
            }
            Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
