package dev.penstock.benchmarks.engine;

import dev.penstock.function.Services;
import dev.penstock.server.Address;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own, so that it can be killed. */
public final class ChaosWorker {

    private ChaosWorker() {}

    /** Works until nobody holds the other end of its input. */
    public static void main(String[] arguments) throws IOException {
        Target server = Target.Remote.at(new Address("127.0.0.1", Integer.parseInt(arguments[0])));
        ServerSettings settings = ServerSettings.in(Path.of(arguments[1])).waiting(Duration.ofSeconds(60));
        Values values = new Values(new ObjectBlobStore(new FileObjectStore(Path.of(arguments[1]))));
        Path effects = Path.of(arguments[2]);
        Services services = Services.none().withEach(Effects.class, call -> new Effects.InFolder(effects, call));
        Engine engine = Engines.open(server, settings);
        new OwnWorker(engine, values, services).workUntilTheEndOf(System.in);
        // Without a drain, which would wait for a server that may be gone.
        Runtime.getRuntime().halt(0);
    }

    /** Another JVM like this one. */
    static Process start(Ground ground, Path effects) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel="
                        + System.getProperty("org.slf4j.simpleLogger.defaultLogLevel", "off")));
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChaosWorker.class.getName(),
                Integer.toString(ground.port()),
                ground.store().toString(),
                effects.toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            ground.folder().resolve("workers.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void kill(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
