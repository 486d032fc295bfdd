package dev.penstock.cli.profile;

import dev.penstock.check.Platform;
import dev.penstock.check.Platform.PoolShape;
import dev.penstock.cli.profile.Configuration.Pool;
import dev.penstock.cli.profile.Configuration.Profile;
import dev.penstock.cli.profile.ConfigurationFile.Content;
import dev.penstock.cli.profile.TemporalKey.Said;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.room.Capacity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what a run is meant to run on by the name of a profile, by default that of a laptop. */
public final class Profiles {

    private static final String LOCAL = "local";

    private final String name;
    private final Path directory;
    private final Optional<Content> content;
    private final boolean sound;

    private Profiles(String name, Path directory, Optional<Content> content, boolean sound) {
        this.name = name;
        this.directory = directory;
        this.content = content;
        this.sound = sound;
    }

    /** Reads the file that is named, else the one that is found. */
    public static Profiles read(Optional<String> profile, Optional<String> file, Path directory, Problems problems) {
        Optional<ConfigurationFile> found = ConfigurationFile.find(file, directory);
        String name = profile.orElse(LOCAL);
        if (found.isEmpty()) {
            boolean known =
                    known(name, Map.of(), "There is no %s here or above.".formatted(ConfigurationFile.NAME), problems);
            return new Profiles(name, directory, Optional.empty(), known);
        }
        Optional<Content> content = found.get().read(problems);
        String missing = "%s does not have it.".formatted(found.get().shown());
        boolean known = content.filter(read -> known(name, read.profiles(), missing, problems))
                .isPresent();
        return new Profiles(name, directory, content, known);
    }

    /** The names of all profiles. */
    public SortedSet<String> names() {
        TreeSet<String> all = new TreeSet<>();
        content.ifPresent(read -> all.addAll(read.profiles().keySet()));
        all.add(LOCAL);
        return all;
    }

    private static boolean known(
            String name, Map<String, Optional<Profile>> configured, String missing, Problems problems) {
        TreeSet<String> all = new TreeSet<>(configured.keySet());
        all.add(LOCAL);
        if (!all.contains(name)) {
            problems.add(
                    Code.UNKNOWN_NAME,
                    "--profile " + name,
                    "There is no profile \"%s\". %s".formatted(name, missing),
                    Nearest.suggest(name, all));
        }
        return all.contains(name);
    }

    /** The platform of the profile, if there is such a profile. */
    public Optional<Platform> platform() {
        return sound ? Optional.of(profile().map(this::platform).orElse(Platform.laptop())) : Optional.empty();
    }

    /** The server that is configured, over that what variables say, over that what flags say. */
    public Optional<TemporalSettings> temporal(
            Optional<String> target, Optional<String> namespace, Map<String, String> environment, Problems problems) {
        List<Map<TemporalKey, Said>> layers = new ArrayList<>();
        content.ifPresent(read -> {
            read.configuration().temporal().ifPresent(temporal -> layers.add(read.said(temporal, "$.temporal")));
            profile()
                    .flatMap(Profile::temporal)
                    .ifPresent(temporal -> layers.add(read.said(temporal, "$.profiles.%s.temporal".formatted(name))));
        });
        layers.add(TemporalKey.inVariables(environment, directory));
        layers.add(TemporalKey.inFlags(target, namespace));
        return TemporalSettings.of(layers, environment, problems);
    }

    /** Variables without those that say something else than what is configured. */
    public static Map<String, String> asConfigured(Map<String, String> environment) {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.keySet().removeIf(name -> name.startsWith(TemporalKey.PREFIX) || name.equals(MlflowPlace.VARIABLE));
        return rest;
    }

    /** Where the profile lets a worker run containers and track runs. */
    public Optional<RunPlace> runPlace(Map<String, String> environment, Problems problems) {
        Optional<MlflowPlace> mlflow = mlflow(environment, problems);
        Optional<Capacity> room = RoomLimit.of(profile().flatMap(Profile::limit), environment, problems);
        return platform()
                .flatMap(place ->
                        mlflow.flatMap(where -> room.map(most -> new RunPlace(name, place.cluster(), where, most))));
    }

    /** Where runs are tracked: as a variable says, else as the profile does. */
    public Optional<MlflowPlace> mlflow(Map<String, String> environment, Problems problems) {
        String named = environment.getOrDefault(MlflowPlace.VARIABLE, "").strip();
        if (!named.isEmpty()) {
            return MlflowPlace.parse(named, MlflowPlace.VARIABLE, problems);
        }
        Optional<String> configured = profile().flatMap(Profile::mlflow);
        return configured.isEmpty()
                ? Optional.of(new MlflowPlace.Usual())
                : MlflowPlace.parse(configured.get(), "profiles.%s.mlflow".formatted(name), problems);
    }

    private Optional<Profile> profile() {
        return content.flatMap(read -> Optional.ofNullable(read.profiles().get(name)))
                .map(configured -> configured.orElse(Profile.empty()));
    }

    private Platform platform(Profile profile) {
        List<PoolShape> pools =
                profile.pools().orElse(List.of()).stream().map(Profiles::shape).toList();
        boolean cluster =
                profile.runner().filter(ProfileCheck.KUBERNETES::equals).isPresent();
        return new Platform(name, cluster, pools, profile.images().orElse(Map.of()));
    }

    private static PoolShape shape(Pool pool) {
        return new PoolShape(pool.name(), pool.cpu(), pool.memory(), pool.gpus().orElse(0), pool.gpuKind());
    }
}
