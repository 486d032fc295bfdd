package dev.penstock.benchmarks.store;

import dev.penstock.store.ObjectStore;
import dev.penstock.store.ObjectStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A store for a while: a folder, or a bucket of an S3 server that ends with it. */
record Place(String name, Path folder, String store, Map<String, String> environment, Optional<Process> server)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Place files() throws IOException {
        Path folder = Files.createTempDirectory("penstock-store-");
        return new Place("file", folder, folder.resolve("store").toString(), Map.of(), Optional.empty());
    }

    /** The server that PENSTOCK_VERSITYGW names keeps its objects in a folder; a folder in it is a bucket. */
    static Place s3() throws IOException {
        Path folder = Files.createTempDirectory("penstock-s3-");
        Files.createDirectories(folder.resolve("root/bucket"));
        int port = freePort();
        String binary = Optional.ofNullable(System.getenv("PENSTOCK_VERSITYGW"))
                .orElseThrow(() -> new IllegalStateException("PENSTOCK_VERSITYGW is not set; see .build/versitygw"));
        Process server = new ProcessBuilder(
                        binary,
                        "--access",
                        "user",
                        "--secret",
                        "password",
                        "--port",
                        "127.0.0.1:" + port,
                        "--quiet",
                        "posix",
                        folder.resolve("root").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        await(server, port);
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + port);
        return new Place("s3", folder, "s3://bucket/store", environment, Optional.of(server));
    }

    ObjectStore open() {
        return open(store, environment);
    }

    static ObjectStore open(String store, Map<String, String> environment) {
        System.setProperty("aws.accessKeyId", "user");
        System.setProperty("aws.secretAccessKey", "password");
        System.setProperty("aws.region", "us-east-1");
        return ObjectStores.open(store, environment);
    }

    /** A JVM like this one with a main class that gets the store as its first argument. */
    Process start(Class<?> main, String... more) throws IOException {
        String[] command = new String[7 + more.length];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-XX:TieredStopAtLevel=1";
        command[2] = "-Xmx96m";
        command[3] = "-cp";
        command[4] = System.getProperty("java.class.path");
        command[5] = main.getName();
        command[6] = store;
        System.arraycopy(more, 0, command, 7, more.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process server, int port) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!server.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the S3 server does not answer", e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.ifPresent(process -> {
            process.destroy();
            process.onExit().join();
        });
        Folders.remove(folder);
    }
}
