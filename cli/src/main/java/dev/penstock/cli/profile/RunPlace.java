package dev.penstock.cli.profile;

/**
 * Where a worker of this process runs containers and tracks runs.
 *
 * @param cluster whether containers run elsewhere, on Kubernetes
 */
public record RunPlace(String profile, boolean cluster, MlflowPlace mlflow) {

    /** Where nothing is configured. */
    public static RunPlace laptop() {
        return new RunPlace("local", false, new MlflowPlace.Usual());
    }
}
