package dev.penstock.store;

import dev.penstock.files.Trees;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The S3 server that .build/versitygw builds, for all tests of a JVM; it keeps objects as files in a folder. */
public final class S3Server implements BeforeAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(S3Server.class);

    private Running running;

    /** A server at work. */
    private record Running(Process process, Path folder, URI endpoint, AtomicInteger buckets) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
            Trees.deleteQuietly(folder);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty("aws.accessKeyId", "user");
        System.setProperty("aws.secretAccessKey", "password");
        running = context.getRoot().getStore(SPACE).getOrComputeIfAbsent(Running.class, type -> start(), Running.class);
    }

    /** A new bucket. */
    public S3Place bucket() {
        String name = "bucket-" + running.buckets().incrementAndGet();
        S3Place place = S3Place.parse("s3://" + name).at(running.endpoint()).in("us-east-1");
        S3AsyncClient client = S3Clients.forCalls(place);
        client.createBucket(request -> request.bucket(name)).join();
        Thread.ofVirtual().start(client::close);
        return place;
    }

    /** Where the bytes of an object are, for tests that damage them. */
    Path file(S3Place place, String name) {
        return running.folder().resolve(place.bucket()).resolve(place.prefix() + name);
    }

    private static Running start() {
        try {
            Path folder = Files.createTempDirectory("penstock-s3-");
            int port = freePort();
            Process process = new ProcessBuilder(
                            binary().toString(),
                            "--access",
                            "user",
                            "--secret",
                            "password",
                            "--port",
                            "127.0.0.1:" + port,
                            "--quiet",
                            "posix",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "versitygw.log").toFile())
                    .start();
            await(process, port);
            return new Running(process, folder, URI.create("http://127.0.0.1:" + port), new AtomicInteger());
        } catch (IOException e) {
            throw new IllegalStateException("the S3 server does not start", e);
        }
    }

    private static Path binary() {
        Optional<String> chosen = Optional.ofNullable(System.getenv("PENSTOCK_VERSITYGW"));
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .orElseGet(() -> System.getProperty("user.home") + "/.cache");
        Path binary = Path.of(chosen.orElse(cache + "/penstock/versitygw-1.8.0/versitygw"));
        if (!Files.isExecutable(binary)) {
            throw new IllegalStateException(binary + " is not there; .build/versitygw builds it");
        }
        return binary;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process process, int port) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the S3 server does not answer; see target/versitygw.log", e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }
}
