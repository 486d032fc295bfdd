package dev.penstock.server;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/** Whether and how the connection to a server is encrypted. */
public sealed interface Tls {

    /** In the clear. */
    record Off() implements Tls {}

    /**
     * Encrypted. The authorities are a PEM file, by default those of the JDK; the identity is what a server with
     * mutual TLS asks for; the server name is the one in its certificate where that is not the host.
     */
    record On(Optional<Path> authorities, Optional<Identity> identity, Optional<String> serverName) implements Tls {

        public On {
            requireNonNull(authorities, "authorities");
            requireNonNull(identity, "identity");
            requireNonNull(serverName, "serverName");
        }

        /** Trusts whom the JDK trusts and shows no certificate. */
        public static On plain() {
            return new On(Optional.empty(), Optional.empty(), Optional.empty());
        }

        public On trusting(Path file) {
            return new On(Optional.of(file), identity, serverName);
        }

        public On as(Identity own) {
            return new On(authorities, Optional.of(own), serverName);
        }
    }

    /** A client's certificate chain and its PKCS#8 key, both PEM files. */
    record Identity(Path certificate, Path key) {}
}
