package dev.penstock.server;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/** The ports of a dev server and of its UI: those that are configured, else the usual ones, else any. */
record DevServerPorts(int server, int ui) {

    static final int USUAL = 7233;

    private static final int UI_ABOVE = 1000;
    private static final int HIGHEST = 65_535;
    private static final int ANY = 0;
    private static final int CONNECT_MILLISECONDS = 250;

    static DevServerPorts choose(ServerSettings settings) {
        int server =
                settings.port().map(port -> free(port, "of the dev server")).orElseGet(() -> freeOr(USUAL));
        int ui = settings.uiPort()
                .map(port -> free(port, "of the dev server's UI"))
                .orElseGet(() -> freeOr(besides(server)));
        return new DevServerPorts(server, ui);
    }

    /** The usual port of the UI of a server. */
    static int besides(int server) {
        return server + UI_ABOVE <= HIGHEST ? server + UI_ABOVE : ANY;
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int free(int port, String whose) {
        return bind(port)
                .orElseThrow(() -> new InvalidInputException(
                        Code.PORT_IN_USE,
                        "port " + port,
                        "Another process has the port %s.".formatted(whose),
                        "End that process, or configure another port."));
    }

    private static int freeOr(int usual) {
        return bind(usual)
                .or(() -> bind(ANY))
                .orElseThrow(() -> new UncheckedIOException(new IOException("no port is free")));
    }

    private static Optional<Integer> bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
