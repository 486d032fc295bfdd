package dev.penstock.cli.connect;

import dev.penstock.process.SafeName;
import dev.penstock.server.UsedServers;
import dev.penstock.store.ObjectStore;
import dev.penstock.store.ObjectStores;
import java.nio.file.Path;
import java.util.Map;

/** The folder of this user's values, records of runs and dev server. */
public record Home(Path folder) {

    public static final String VARIABLE = "PENSTOCK_HOME";

    /** Names a folder or {@code s3://bucket/prefix} that several machines share. */
    public static final String STORE = "PENSTOCK_STORE";

    /** The one that the variable names, else {@code .penstock} in the user's own folder. */
    public static Home of(Map<String, String> environment, Path directory) {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (!named.isEmpty()) {
            return new Home(directory.resolve(named).normalize());
        }
        String user = environment.getOrDefault("HOME", "");
        return new Home(Path.of(user.isEmpty() ? System.getProperty("user.home") : user, ".penstock"));
    }

    /** Where values, artifacts and the cache are: a folder here, or the place that the variable names. */
    public ObjectStore objects(Map<String, String> environment) {
        String named = environment.getOrDefault(STORE, "").strip();
        return ObjectStores.open(named.isEmpty() ? folder.resolve("store").toString() : named, environment);
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    /** Which servers of others this user has used. */
    public UsedServers servers() {
        return new UsedServers(folder.resolve("servers"));
    }

    /** Where a person reads what the steps of a run wrote. */
    public Path reports(String run) {
        return folder.resolve("reports").resolve(SafeName.of(run));
    }

    public Path mlflow() {
        return folder.resolve("mlflow");
    }

    public Path devServer() {
        return folder.resolve("dev-server");
    }
}
