package dev.penstock.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Finds out whether a port that an unencrypted connection failed on speaks TLS; nothing is sent through it. */
record TlsProbe(Address address, Duration patience) {

    boolean speaksTls() {
        int milliseconds = Math.toIntExact(patience.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.host(), address.port()), milliseconds);
            plain.setSoTimeout(milliseconds);
            SSLSocket socket =
                    (SSLSocket) context().getSocketFactory().createSocket(plain, address.host(), address.port(), true);
            socket.startHandshake();
            return true;
        } catch (SSLHandshakeException e) {
            return String.valueOf(e.getMessage()).contains("alert");
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        return context;
    }

    /** Whom to trust is no question here: nothing of this connection is used. */
    private static final class Everybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
