package dev.penstock.container;

import static java.util.Objects.requireNonNull;

/** A reference to a secret; its value never enters a spec, a history or a log. */
public record Secret(String name, String key) {

    public Secret {
        requireNonNull(name, "name");
        requireNonNull(key, "key");
    }

    /** One key of a secret of the platform: a Kubernetes Secret on a cluster, a variable of the environment on a laptop. */
    public static Secret secret(String name, String key) {
        return new Secret(name, key);
    }
}
