package dev.penstock.server;

import static java.util.Objects.requireNonNullElse;

import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problem;
import dev.penstock.server.Target.Remote;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says why the first words with a server failed, and what to do. */
record ContactFailure(Remote remote, Duration patience) {

    /** "HTTP/", as a web server begins its answer. */
    private static final String HTTP_IN_HEX = "485454502f";

    /** What TLS libraries say of a client whose certificate is missing or not wanted. */
    private static final List<String> CERTIFICATE_REFUSED = List.of(
            "certificate_required",
            "certificate required",
            "bad_certificate",
            "bad certificate",
            "unknown_ca",
            "unknown ca");

    private static final String CHECK_ADDRESS =
            "Check the address and whether the server runs, or choose the target dev or embedded.";

    Problem explain(StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case PERMISSION_DENIED, UNAUTHENTICATED -> denied(failure);
            case UNIMPLEMENTED, UNKNOWN -> notTemporal("Something answers here, but it is not a Temporal server.");
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL -> unreachable(failure);
            default -> noServer("The server refuses the first question (%s).".formatted(words(failure)), CHECK_ADDRESS);
        };
    }

    Problem unknownNamespace(List<String> known) {
        String remedy = known.isEmpty()
                ? "Ask for its name, or create it: temporal operator namespace create --namespace " + remote.namespace()
                : Nearest.suggest(remote.namespace(), known);
        return new Problem(
                Code.UNKNOWN_NAMESPACE,
                where(),
                "There is no namespace \"%s\" on this server.".formatted(remote.namespace()),
                remedy);
    }

    private Problem unreachable(StatusRuntimeException failure) {
        if (has(failure, UnknownHostException.class)) {
            return noServer(
                    "There is no host \"%s\".".formatted(remote.address().host()),
                    "Check its name, and the network of this machine.");
        }
        if (has(failure, NoRouteToHostException.class)) {
            return noServer("There is no way to this host from here.", "Check the network of this machine.");
        }
        if (has(failure, ConnectException.class)) {
            return noServer("Nothing listens here.", CHECK_ADDRESS);
        }
        return switch (remote.tls()) {
            case Tls.On on -> encrypted(failure, on);
            case Tls.Off off -> unencrypted(failure);
        };
    }

    private Problem encrypted(StatusRuntimeException failure, Tls.On tls) {
        String text = texts(failure);
        if (text.contains("not an ssl/tls record")) {
            return encryption("The server does not speak TLS.", "Switch TLS off for this server.");
        }
        if (CERTIFICATE_REFUSED.stream().anyMatch(text::contains)) {
            return tls.identity().isEmpty()
                    ? encryption("The server asks for a client certificate.", "Give certificate and key (mutual TLS).")
                    : encryption("The server does not accept the client certificate.", "Ask for one that it trusts.");
        }
        if (text.contains("no name matching") || text.contains("no subject alternative")) {
            return encryption(
                    "The server's certificate is for another name than %s."
                            .formatted(tls.serverName().orElse(remote.address().host())),
                    "Use the name in the certificate as the host, or set it as the server name of TLS.");
        }
        if (has(failure, CertificateException.class)) {
            return encryption(
                    "The server's certificate is not trusted.", "Give the PEM file of the authority that signed it.");
        }
        if (has(failure, SSLException.class)) {
            return encryption("No encrypted connection comes about (%s).".formatted(words(failure)), CHECK_ADDRESS);
        }
        return silent(failure);
    }

    private Problem unencrypted(StatusRuntimeException failure) {
        if (texts(failure).contains(HTTP_IN_HEX)) {
            return notTemporal("A web server listens here.");
        }
        if (new TlsProbe(remote.address(), patience).speaksTls()) {
            return encryption("The server speaks TLS.", "Switch TLS on for this server.");
        }
        return silent(failure);
    }

    private Problem silent(StatusRuntimeException failure) {
        if (failure.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
            return noServer("No answer came within %s s.".formatted(patience.toMillis() / 1000.0), CHECK_ADDRESS);
        }
        return noServer("The server ends the connection (%s).".formatted(words(failure)), CHECK_ADDRESS);
    }

    private Problem denied(StatusRuntimeException failure) {
        String remedy = remote.apiKey()
                .map(key ->
                        "Check the key in the variable %s, and its rights in the namespace.".formatted(key.variable()))
                .orElse("Give an API key or a client certificate that has rights in the namespace.");
        return new Problem(
                Code.MISSING_RIGHT,
                where(),
                "The server does not let this client into the namespace \"%s\" (%s)."
                        .formatted(remote.namespace(), words(failure)),
                remedy);
    }

    private Problem notTemporal(String message) {
        return noServer(message, "Check the port: Temporal's is 7233 by default, and 8233 or 8080 is that of its UI.");
    }

    private Problem noServer(String message, String remedy) {
        return new Problem(Code.NO_SERVER, where(), message, remedy);
    }

    private Problem encryption(String message, String remedy) {
        return new Problem(Code.ENCRYPTION_FAILED, where(), message, remedy);
    }

    private String where() {
        return "server " + remote.address();
    }

    private static String words(StatusRuntimeException failure) {
        return requireNonNullElse(
                failure.getStatus().getDescription(),
                failure.getStatus().getCode().name());
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return chain(failure).anyMatch(type::isInstance);
    }

    private static String texts(Throwable failure) {
        return chain(failure)
                .map(Throwable::toString)
                .reduce("", String::concat)
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Predicate.not(cause -> cause == null), Throwable::getCause);
    }
}
