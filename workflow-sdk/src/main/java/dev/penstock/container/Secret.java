package dev.penstock.container;

/** A reference to a secret; its value never enters a spec, a history or a log. */
public record Secret(String name, String key) {

    /** One key of a secret of the platform: a Kubernetes Secret on a cluster, a variable of the environment on a laptop. */
    public static Secret secret(String name, String key) {
        return new Secret(name, key);
    }
}
