package dev.penstock.cli.artifact;

import dev.penstock.cli.profile.MlflowPlace;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
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
 * @param usual whether what listens where people start theirs counts
 * @param localMlflow whether the MLflow of this machine counts
 */
public record Servers(List<Remote> temporal, boolean dev, boolean usual, List<URI> mlflow, boolean localMlflow) {

    static final String DEV = "dev-server";
    private static final String USUAL = Engines.USUAL.toString();
    static final String LOCAL_MLFLOW = "local-mlflow";

    public Servers {
        temporal = List.copyOf(temporal);
        mlflow = List.copyOf(mlflow);
    }

    /**
     * Those that are configured, and those that were used.
     *
     * @param used by this user, whether a profile names it or not
     */
    public static Servers of(
            Collection<TemporalSettings> temporal, Collection<Remote> used, Collection<MlflowPlace> mlflow) {
        Set<Remote> remotes = new LinkedHashSet<>();
        temporal.forEach(settings -> settings.remote().ifPresent(remotes::add));
        used.forEach(remote -> add(remote, remotes));
        Set<URI> addresses = new LinkedHashSet<>();
        for (MlflowPlace place : mlflow) {
            if (place instanceof MlflowPlace.Server(URI address)) {
                addresses.add(address);
            }
        }
        return new Servers(List.copyOf(remotes), true, true, List.copyOf(addresses), true);
    }

    /** Unless it is there already; let in as those who have the same address. */
    private static void add(Remote used, Set<Remote> remotes) {
        List<Remote> same = remotes.stream()
                .filter(remote -> remote.address().equals(used.address()))
                .toList();
        if (same.stream().noneMatch(remote -> remote.namespace().equals(used.namespace()))) {
            remotes.add(same.isEmpty() ? used : same.getFirst().in(used.namespace()));
        }
    }

    /** The names under which servers can be left out. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(DEV, LOCAL_MLFLOW, USUAL, USUAL + "/" + ServerSettings.NAMESPACE));
        temporal.forEach(remote -> names.addAll(List.of(remote.address().toString(), name(remote))));
        mlflow.forEach(address -> names.add(address.toString()));
        return names;
    }

    private static String name(Remote remote) {
        return "%s/%s".formatted(remote.address(), remote.namespace());
    }

    public Servers without(Collection<String> left) {
        Predicate<Object> counts = server -> !left.contains(server.toString());
        return new Servers(
                temporal.stream()
                        .filter(remote -> counts.test(remote.address()) && counts.test(name(remote)))
                        .toList(),
                dev && counts.test(DEV),
                usual && counts.test(USUAL) && counts.test(USUAL + "/" + ServerSettings.NAMESPACE),
                mlflow.stream().filter(counts).toList(),
                localMlflow && counts.test(LOCAL_MLFLOW));
    }
}
