package dev.penstock.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import org.mlflow.tracking.creds.MlflowHostCredsProvider;

/** Who this is, towards MLflow; what is secret is never printed. */
public sealed interface Credentials {

    /** The server asks for none. */
    record None() implements Credentials {}

    record Token(String token) implements Credentials {
        @Override
        public String toString() {
            return "a token";
        }
    }

    record Password(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "the password of " + user;
        }
    }

    /** From the variables that MLflow's own tools read; its Java client does not. */
    static Credentials of(Map<String, String> environment) {
        Optional<String> token = named(environment, "MLFLOW_TRACKING_TOKEN");
        if (token.isPresent()) {
            return new Token(token.get());
        }
        return named(environment, "MLFLOW_TRACKING_USERNAME")
                .<Credentials>map(user -> new Password(
                        user, named(environment, "MLFLOW_TRACKING_PASSWORD").orElse("")))
                .orElseGet(None::new);
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The HTTP header that says so. */
    default Optional<String> header() {
        return switch (this) {
            case None none -> Optional.empty();
            case Token(String token) -> Optional.of("Bearer " + token);
            case Password(String user, String password) ->
                Optional.of("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "%s:%s".formatted(user, password).getBytes(StandardCharsets.UTF_8)));
        };
    }

    /** The same for MLflow's client. */
    default MlflowHostCredsProvider forClient(String host) {
        return switch (this) {
            case None none -> new BasicMlflowHostCreds(host);
            case Token(String token) -> new BasicMlflowHostCreds(host, token);
            case Password(String user, String password) -> new BasicMlflowHostCreds(host, user, password);
        };
    }
}
