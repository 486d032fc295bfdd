package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.cli.connect.Home;
import dev.penstock.cli.sample.Pottery;
import dev.penstock.engine.Limits;
import dev.penstock.host.Payloads;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.Artifacts;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClientOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container step in the process of a worker that dies, on a real server, watched from another process. */
final class ContainerServerIT {

    private static final String SHAPE = """
            if [ -e $PENSTOCK_CHECKPOINT/half ]; then
                if [ -e $PENSTOCK_OUT/pot ]; then echo 'there is a pot already' >&2; exit 1; fi
                if kill -0 $(cat HERE/number); then echo 'another one shapes it' >&2; exit 1; fi
                echo whole > $PENSTOCK_OUT/pot
                from=$(cat $PENSTOCK_CHECKPOINT/half)
                echo "{\\"attempt\\": $PENSTOCK_ATTEMPT, \\"from\\": \\"$from\\"}" > $PENSTOCK_OUT/outputs.json
                exit 0
            fi
            echo half > $PENSTOCK_CHECKPOINT/half
            echo half > $PENSTOCK_OUT/pot
            echo $$ > HERE/number
            echo '{"fraction": 0.5, "message": "shapes"}' >> $PENSTOCK_PROGRESS
            while true; do sleep 0.1; done
            """;

    @TempDir
    private Path folder;

    @Test
    void goesOnElsewhereWhenItsWorkerIsKilled() throws Exception {
        int port = freePort();
        Path serverFolder = Files.createDirectories(folder.resolve("server"));
        write("penstock.yaml", "temporal:\n  target: 127.0.0.1:%s\n".formatted(port));
        write("containers/pottery/shape.sh", SHAPE.replace("HERE", folder.toString()));
        Home home = new Home(folder.resolve("penstock-home"));
        try (Engine engine = Engines.open(
                        new Target.Dev(), ServerSettings.in(serverFolder).onPorts(port, freePort()));
                ObjectStore objects = home.objects(Map.of())) {
            Runs runs = runs(engine, objects);
            runs.start(RunOrder.of(new Pottery().toSpec(), TextNode.valueOf("clay"), "pottery-1")
                    .within(Limits.usual().heartbeat(Duration.ofSeconds(3))));
            try (Started first = worker();
                    Started watch = Started.in(folder, "watch", "pottery-1", "--json")) {
                watch.await("50 % · shapes");
                long number = Long.parseLong(
                        Files.readString(folder.resolve("number")).strip());
                first.signal("KILL");
                first.end();
                assertThat(ProcessHandle.of(number)).as("the orphan").isPresent();
                try (Started second = worker()) {
                    watch.await("Its worker died");
                    assertThat(watch.await("half")).contains("\"attempt\":2", "\"from\":\"half\"");
                    second.signal("TERM");
                    assertThat(second.end()).isZero();
                }
                assertThat(ProcessHandle.of(number)).as("the orphan").isEmpty();
            }
            assertThat(kept(runs.result("pottery-1"), objects)).isEqualTo("whole\n");
            assertThat(files(home.folder())).noneMatch(file -> file.startsWith("work") || file.startsWith("checkp"));
        }
    }

    private Started worker() throws Exception {
        Started worker = Started.in(folder, "worker");
        worker.await("Ready");
        return worker;
    }

    private static Runs runs(Engine engine, ObjectStore objects) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setDataConverter(Payloads.converter())
                .build();
        return new Runs(engine.client(options), new Values(new ObjectBlobStore(objects)), "penstock", true);
    }

    /** What is in the pot. */
    private String kept(RunEnd end, ObjectStore objects) throws IOException {
        assertThat(end).isInstanceOf(RunEnd.Succeeded.class);
        JsonNode pot = ((RunEnd.Succeeded) end).value().json().path("pot");
        Path copy = folder.resolve("copy");
        new Artifacts(objects)
                .bring(URI.create(pot.path("uri").asText()), pot.path("digest").asText(), copy);
        return Files.readString(copy);
    }

    private static Stream<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
