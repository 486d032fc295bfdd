package dev.penstock.benchmarks.engine;

import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.FileBlobStore;
import dev.penstock.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server of its own in a folder that is gone afterwards. */
record Ground(Path folder, ServerSettings settings, Engine engine, Values values) implements AutoCloseable {

    static Ground open(Target target) {
        try {
            Path folder = Files.createTempDirectory("penstock-benchmark-");
            List<Integer> ports = freePorts();
            ServerSettings settings =
                    ServerSettings.in(folder.resolve("server")).onPorts(ports.getFirst(), ports.getLast());
            Values values = new Values(new FileBlobStore(folder.resolve("store")));
            return new Ground(folder, settings, Engines.open(target, settings), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Integer> freePorts() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, here);
                ServerSocket other = new ServerSocket(0, 1, here)) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    @Override
    public void close() {
        engine.close();
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
