package dev.penstock.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.cli.connect.Home;
import dev.penstock.cli.sample.Pottery;
import dev.penstock.engine.Limits;
import dev.penstock.host.Payloads;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClientOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A real server, and workers in processes of their own that run {@link Pottery} in containers. */
record PotteryServer(Path folder, int port, Engine engine, ObjectStore objects) implements AutoCloseable {

    /** After this silence a worker is taken for dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    /** With a container that does this; {@code HERE} in it is the folder. */
    static PotteryServer start(Path folder, String script) throws IOException {
        int port = freePort();
        Path own = Files.createDirectories(folder.resolve("server"));
        Path context = Files.createDirectories(folder.resolve("containers/pottery"));
        Files.writeString(context.resolve("shape.sh"), script.replace("HERE", folder.toString()));
        Engine engine = Engines.open(new Target.Dev(), ServerSettings.in(own).onPorts(port, freePort()));
        return new PotteryServer(folder, port, engine, home(folder).objects(Map.of()));
    }

    private static Home home(Path folder) {
        return new Home(folder.resolve("penstock-home"));
    }

    Home home() {
        return home(folder);
    }

    void order(String run, String clay, String queue) {
        runs(queue)
                .start(RunOrder.of(new Pottery().toSpec(), TextNode.valueOf(clay), run)
                        .within(Limits.usual().heartbeat(HEARTBEAT)));
    }

    Runs runs(String queue) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setDataConverter(Payloads.converter())
                .build();
        return new Runs(engine.client(options), new Values(new ObjectBlobStore(objects)), queue, true);
    }

    Started worker(String queue) throws Exception {
        Started worker = Started.in(folder, "worker", "--config", configuration(queue));
        worker.await("Ready");
        return worker;
    }

    Started watch(String run) throws IOException {
        return Started.in(folder, "watch", run, "--json", "--config", configuration("penstock"));
    }

    private String configuration(String queue) throws IOException {
        String name = queue + ".yaml";
        // One server under two addresses, as on two machines.
        String host = queue.equals("right") ? "localhost" : "127.0.0.1";
        Files.writeString(
                folder.resolve(name), "temporal:\n  target: %s:%s\n  taskQueue: %s\n".formatted(host, port, queue));
        return name;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        objects.close();
        engine.close();
    }
}
