package dev.penstock.cli.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells whoever asks by HTTP whether the process lives and whether it takes work. */
public final class Health implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final @Nullable HttpServer server;
    private final BooleanSupplier connected;
    private volatile boolean ready;

    private Health(@Nullable HttpServer server, BooleanSupplier connected) {
        this.server = server;
        this.connected = connected;
    }

    /** Answers at this address, or nowhere without one. */
    public static Health at(Optional<InetSocketAddress> address, BooleanSupplier connected) {
        if (address.isEmpty()) {
            return new Health(null, connected);
        }
        try {
            HttpServer server = HttpServer.create(address.get(), 0);
            Health health = new Health(server, connected);
            server.createContext("/healthz", exchange -> answer(exchange, true, "alive"));
            server.createContext(
                    "/readyz",
                    exchange -> answer(exchange, health.isReady(), health.isReady() ? "ready" : "not ready"));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return health;
        } catch (IOException e) {
            throw new InvalidInputException(
                    Code.PORT_IN_USE,
                    "--port " + address.get().getPort(),
                    "No health can be told at %s (%s).".formatted(address.get(), e.getMessage()),
                    "End the process that has the port, or choose another.");
        }
    }

    private static void answer(HttpExchange exchange, boolean good, String word) throws IOException {
        byte[] body = (word + "\n").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(good ? OK : UNAVAILABLE, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Whether work is taken. */
    public void ready(boolean takesWork) {
        ready = takesWork;
    }

    private boolean isReady() {
        return ready && connected.getAsBoolean();
    }

    public Optional<String> address() {
        return Optional.ofNullable(server)
                .map(HttpServer::getAddress)
                .map(address -> "http://%s:%s".formatted(address.getHostString(), address.getPort()));
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
