package dev.penstock.server;

import static java.util.Objects.requireNonNull;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import java.util.List;
import java.util.Optional;

/** Which Temporal server runs execute on. */
public sealed interface Target {

    /** Whatever is there: see {@link Engines#open}. */
    record Auto() implements Target {}

    /** A service inside this process: nothing to install, and gone with the process. */
    record Embedded() implements Target {}

    /** The dev server of this machine, with the UI and a database file. */
    record Dev() implements Target {}

    /** A server that somebody else runs. */
    record Remote(Address address, String namespace, Tls tls, Optional<ApiKey> apiKey) implements Target {

        public Remote {
            requireNonNull(address, "address");
            requireNonNull(namespace, "namespace");
            requireNonNull(tls, "tls");
            requireNonNull(apiKey, "apiKey");
        }

        /** Unencrypted, in the namespace that every server has. */
        public static Remote at(Address address) {
            return new Remote(address, ServerSettings.NAMESPACE, new Tls.Off(), Optional.empty());
        }

        public Remote in(String other) {
            return new Remote(address, other, tls, apiKey);
        }

        public Remote with(Tls other) {
            return new Remote(address, namespace, other, apiKey);
        }

        public Remote with(ApiKey key) {
            return new Remote(address, namespace, tls, Optional.of(key));
        }
    }

    /** Reads "auto", "embedded", "dev" or "host:port". */
    static Target parse(String text) {
        return switch (text) {
            case "auto" -> new Auto();
            case "embedded" -> new Embedded();
            case "dev" -> new Dev();
            default -> Remote.at(Address.parse(text).orElseThrow(() -> refusal(text)));
        };
    }

    private static InvalidInputException refusal(String text) {
        String where = "target " + text;
        if (text.contains(":")) {
            return new InvalidInputException(
                    Code.REFUSED_VALUE,
                    where,
                    "This is not the address of a server.",
                    "Write host:port, such as temporal.example.com:7233 or [::1]:7233, without https://.");
        }
        List<String> words = List.of("auto", "embedded", "dev");
        String remedy = Nearest.to(text, words)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("Write auto, embedded, dev or host:port.");
        return new InvalidInputException(
                Code.UNKNOWN_NAME, where, "There is no target \"%s\".".formatted(text), remedy);
    }
}
