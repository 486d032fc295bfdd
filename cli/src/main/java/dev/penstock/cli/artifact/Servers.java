package dev.penstock.cli.artifact;

import dev.penstock.cli.profile.MlflowPlace;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.server.Target.Remote;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which servers may refer to contents of the store: those of every profile, since a run may have used any.
 *
 * @param dev whether the dev server of this machine counts
 * @param localMlflow whether the MLflow of this machine counts
 */
public record Servers(List<Remote> temporal, boolean dev, List<URI> mlflow, boolean localMlflow) {

    static final String DEV = "dev-server";
    static final String LOCAL_MLFLOW = "local-mlflow";

    public Servers {
        temporal = List.copyOf(temporal);
        mlflow = List.copyOf(mlflow);
    }

    public static Servers of(Collection<TemporalSettings> temporal, Collection<MlflowPlace> mlflow) {
        Set<Remote> remotes = new LinkedHashSet<>();
        temporal.forEach(settings -> settings.remote().ifPresent(remotes::add));
        Set<URI> addresses = new LinkedHashSet<>();
        for (MlflowPlace place : mlflow) {
            if (place instanceof MlflowPlace.Server(URI address)) {
                addresses.add(address);
            }
        }
        return new Servers(List.copyOf(remotes), true, List.copyOf(addresses), true);
    }

    /** The names under which servers can be left out. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(DEV, LOCAL_MLFLOW));
        temporal.forEach(remote -> names.add(remote.address().toString()));
        mlflow.forEach(address -> names.add(address.toString()));
        return names;
    }

    public Servers without(Collection<String> left) {
        Predicate<Object> counts = server -> !left.contains(server.toString());
        return new Servers(
                temporal.stream()
                        .filter(remote -> counts.test(remote.address()))
                        .toList(),
                dev && counts.test(DEV),
                mlflow.stream().filter(counts).toList(),
                localMlflow && counts.test(LOCAL_MLFLOW));
    }
}
