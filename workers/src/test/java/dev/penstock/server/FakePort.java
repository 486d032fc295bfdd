package dev.penstock.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A port behind which there is no Temporal server. */
final class FakePort implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> accepted = new ArrayList<>();

    private FakePort(String greeting) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(greeting));
    }

    /** Accepts and says nothing. */
    static FakePort silent() throws IOException {
        return new FakePort("");
    }

    static FakePort web() throws IOException {
        return new FakePort("HTTP/1.1 400 Bad Request\r\n\r\n");
    }

    /** Free when this returns: nothing was accepted on it. */
    static int closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    Address address() {
        return Address.local(port());
    }

    private void accept(String greeting) {
        try {
            while (true) {
                Socket client = socket.accept();
                accepted.add(client);
                client.getOutputStream().write(greeting.getBytes(US_ASCII));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : accepted) {
            client.close();
        }
    }
}
