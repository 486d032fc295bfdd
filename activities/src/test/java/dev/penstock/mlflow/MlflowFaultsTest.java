package dev.penstock.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MlflowFaultsTest {

    @TempDir
    Path folder;

    private static Fault fault(int port, Credentials credentials) {
        Mlflow mlflow = Mlflow.at(URI.create("http://127.0.0.1:%s/".formatted(port)), credentials)
                .waiting(Duration.ofSeconds(1));
        try (Tracking tracking = new Tracking(mlflow)) {
            RunOutline outline = new RunOutline("e", "k", "n", Optional.empty(), new TreeMap<>());
            return catchThrowableOfType(FaultException.class, () -> tracking.begin(outline))
                    .fault();
        }
    }

    @Test
    void tellsThatNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Fault fault = fault(port, new Credentials.None());
        assertThat(fault.lasting()).isFalse();
        assertThat(fault.message())
                .startsWith("MLflow at http://127.0.0.1:%s does not answer: ".formatted(port))
                .contains("refused");
    }

    @Test
    void doesNotWaitForEver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Fault fault = fault(silent.getLocalPort(), new Credentials.None());
            assertThat(fault.lasting()).isFalse();
            assertThat(fault.message()).contains("no answer within 1 s");
        }
    }

    @Test
    void tellsThatTheTokenIsRefusedAndKeepsItSecret() throws IOException {
        try (Refusing server = new Refusing(401, "who are you?")) {
            Fault fault = fault(server.port(), new Credentials.Token("s3cr3t"));
            assertThat(fault.lasting()).isTrue();
            assertThat(fault.message()).contains("refuses a token (HTTP 401)").doesNotContain("s3cr3t");
            assertThat(fault.remedy())
                    .hasValueSatisfying(text -> assertThat(text).contains("MLFLOW_TRACKING_TOKEN"));
        }
    }

    @Test
    void triesAgainLaterWhereTheServerIsIll() throws IOException {
        try (Refusing server = new Refusing(503, "upgrade in progress")) {
            Fault fault = fault(server.port(), new Credentials.None());
            assertThat(fault.lasting()).isFalse();
            assertThat(fault.message()).contains("HTTP 503");
        }
    }

    @Test
    void readsCredentialsAsMlflowsToolsDo() {
        assertThat(Credentials.of(Map.of())).isEqualTo(new Credentials.None());
        assertThat(Credentials.of(Map.of("MLFLOW_TRACKING_TOKEN", "t", "MLFLOW_TRACKING_USERNAME", "u"))
                        .header())
                .contains("Bearer t");
        assertThat(Credentials.of(Map.of("MLFLOW_TRACKING_USERNAME", "u", "MLFLOW_TRACKING_PASSWORD", "p"))
                        .header())
                .contains("Basic dTpw");
    }

    @Test
    void saysWhyTheLocalServerDoesNotStart() {
        LocalMlflow server = new LocalMlflow(folder.resolve("mlflow"));
        Fault fault = catchThrowableOfType(
                        FaultException.class, () -> server.address(() -> Path.of("/bin/false"), waited -> {}))
                .fault();
        assertThat(fault.message()).startsWith("MLflow did not start: it ended with exit code 1.");
        assertThat(fault.remedy()).hasValueSatisfying(text -> assertThat(text).contains("server.log"));
        assertThat(server.running()).isEmpty();
    }

    /** Answers everything with one error. */
    private record Refusing(HttpServer server) implements AutoCloseable {

        Refusing(int status, String message) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            byte[] body = "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
