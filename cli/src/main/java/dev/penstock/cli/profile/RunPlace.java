package dev.penstock.cli.profile;

import dev.penstock.room.Capacity;
import dev.penstock.room.Machine;

/**
 * Where a worker of this process runs containers and tracks runs.
 *
 * @param cluster whether containers run elsewhere, on Kubernetes
 * @param room what containers that run here at once may ask for together
 */
public record RunPlace(String profile, boolean cluster, MlflowPlace mlflow, Capacity room) {

    /** Where nothing is configured. */
    public static RunPlace laptop() {
        return new RunPlace("local", false, new MlflowPlace.Usual(), Machine.capacity());
    }
}
