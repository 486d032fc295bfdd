package dev.penstock.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/** Ports of this machine, on loopback. */
public final class Ports {

    private static final int ANY = 0;
    private static final int CONNECT_MILLISECONDS = 250;

    private Ports() {}

    /** This port where it is free, or else any. */
    public static int freeOr(int usual) {
        return free(usual)
                .or(() -> free(ANY))
                .orElseThrow(() -> new UncheckedIOException(new IOException("no port is free")));
    }

    /** The port, if it is free. */
    public static Optional<Integer> free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
