package dev.penstock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Problem;
import dev.penstock.server.Target.Remote;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server as it comes: it knows nothing of Penstock. */
final class SearchAttributesIT {

    @TempDir
    private Path folder;

    private Path cli;
    private TemporalDevServer server;

    @BeforeEach
    void startServer() {
        cli = new TemporalCli(System.getenv()).require();
        server = TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                .setExistingPath(cli.toString())
                .setDownloadEnabled(false)
                .setLogFile(folder.resolve("log").toString())
                .build());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void areAddedOnce() {
        try (Engine engine = open()) {
            assertThat(engine.abilities().searchable()).isFalse();
            assertThat(SearchAttributes.register(engine).added()).hasSize(7);
            assertThat(SearchAttributes.register(engine)).isEqualTo(new Registration(List.of(), List.of(), List.of()));
            assertThat(engine.abilities()).isEqualTo(new Abilities(true, true, true, true, true));
            assertThat(Greetings.run(engine)).isEqualTo("greeted");
        }
    }

    @Test
    void areAddedByTheCommandForAdministrators() throws Exception {
        String command;
        try (FakeServer fake = FakeServer.plain("default").withoutAdministrators();
                Engine engine = Engines.open(Remote.at(fake.address()), ServerSettings.in(folder))) {
            Problem problem = SearchAttributes.register(engine).problems().getFirst();
            command = problem.remedy().replaceFirst(".*: temporal ", "");
        }
        List<String> words = Stream.concat(
                        Stream.of(cli.toString(), "--address", server.getTarget()), Stream.of(command.split(" ")))
                .toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        try (Engine engine = open()) {
            assertThat(engine.abilities().searchable()).isTrue();
        }
    }

    private Engine open() {
        return Engines.open(Target.parse(server.getTarget()), ServerSettings.in(folder));
    }
}
