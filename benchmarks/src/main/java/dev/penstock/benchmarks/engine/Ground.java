package dev.penstock.benchmarks.engine;

import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Values;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A server of its own in a folder that is gone afterwards. */
final class Ground implements AutoCloseable {

    private final Path folder;
    private final Target target;
    private final ServerSettings settings;
    private final List<Engine> engines = new ArrayList<>();
    private final int port;

    private Ground(Path folder, Target target, int port, int web) {
        this.folder = folder;
        this.target = target;
        this.port = port;
        this.settings = ServerSettings.in(folder.resolve("server")).onPorts(port, web);
        restartServer();
    }

    static Ground open(Target target) {
        try {
            List<Integer> ports = freePorts();
            Path folder = Files.createTempDirectory("penstock-benchmark-");
            return new Ground(folder, target, ports.getFirst(), ports.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> freePorts() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, here);
                ServerSocket other = new ServerSocket(0, 1, here)) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    Engine engine() {
        return engines.getLast();
    }

    /** Another connection to the same server. */
    Engine another() {
        return Engines.open(target, settings);
    }

    Values values() {
        return new Values(new ObjectBlobStore(new FileObjectStore(store())));
    }

    Path folder() {
        return folder;
    }

    Path store() {
        return folder.resolve("store");
    }

    int port() {
        return port;
    }

    /** Kills the dev server as a failing machine would. */
    void killServer() {
        Properties state = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("server").resolve("server.properties"))) {
            state.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(state.getProperty("pid"))).orElseThrow();
        server.destroyForcibly();
        while (server.isAlive()) {
            Processor.rest(Duration.ofMillis(10));
        }
    }

    /** On the same database and ports. */
    void restartServer() {
        engines.add(Engines.open(target, settings));
    }

    @Override
    public void close() {
        engines.forEach(Engine::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
