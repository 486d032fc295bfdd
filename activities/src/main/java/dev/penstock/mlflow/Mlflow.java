package dev.penstock.mlflow;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;

/**
 * Where MLflow is.
 *
 * @param address such as {@code http://127.0.0.1:5000}, without a slash at the end
 * @param patience how long one call may take
 */
public record Mlflow(URI address, Credentials credentials, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public Mlflow {
        requireNonNull(credentials, "credentials");
        requireNonNull(patience, "patience");
        address = URI.create(address.toString().replaceFirst("/+$", ""));
    }

    public static Mlflow at(URI address, Credentials credentials) {
        return new Mlflow(address, credentials, PATIENCE);
    }

    public Mlflow waiting(Duration time) {
        return new Mlflow(address, credentials, time);
    }

    /** Where a person sees a run. */
    public URI page(String experiment, String run) {
        return URI.create("%s/#/experiments/%s/runs/%s".formatted(address, experiment, run));
    }
}
