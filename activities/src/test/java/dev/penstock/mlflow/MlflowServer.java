package dev.penstock.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One real server for all tests of the process, started from the environment that PENSTOCK_MLFLOW_PYTHON names. */
public final class MlflowServer implements BeforeAllCallback {

    private static final Namespace HERE = Namespace.create(MlflowServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(HERE).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** Where it listens. */
    public static URI address() {
        return server().running().orElseThrow();
    }

    static LocalMlflow server() {
        return new LocalMlflow(Running.FOLDER);
    }

    private static Path python() {
        String named = System.getenv("PENSTOCK_MLFLOW_PYTHON");
        assertThat(named).as("PENSTOCK_MLFLOW_PYTHON, which .build/venv gives").isNotBlank();
        return Path.of(named);
    }

    /** Is ended with the last test. */
    private static final class Running implements AutoCloseable {

        private static final Path FOLDER = folder();

        Running() {
            server().address(MlflowServer::python, waited -> {});
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("penstock-mlflow-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            assertThat(server().stop()).isTrue();
            assertThat(server().running()).isEmpty();
        }
    }
}
