package dev.penstock.cli.profile;

import dev.penstock.check.Platform;
import dev.penstock.check.Platform.PoolShape;
import dev.penstock.cli.profile.Configuration.Pool;
import dev.penstock.cli.profile.Configuration.Profile;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what a run is meant to run on by the name of a profile. */
public final class Profiles {

    private static final String LOCAL = "local";

    private Profiles() {}

    /** The platform of the profile, by default that of a laptop, unless there is no such profile. */
    public static Optional<Platform> platform(
            Optional<String> profile, Optional<String> file, Path directory, Problems problems) {
        Optional<ConfigurationFile> found = ConfigurationFile.find(file, directory);
        String name = profile.orElse(LOCAL);
        if (found.isEmpty()) {
            return known(name, Map.of(), "There is no %s here or above.".formatted(ConfigurationFile.NAME), problems);
        }
        String missing = "%s does not have it.".formatted(found.get().shown());
        return found.get()
                .read(problems)
                .flatMap(configuration -> known(name, configured(configuration), missing, problems));
    }

    private static Optional<Platform> known(
            String name, Map<String, Platform> configured, String missing, Problems problems) {
        SortedMap<String, Platform> all = new TreeMap<>(Map.of(LOCAL, Platform.laptop()));
        all.putAll(configured);
        if (!all.containsKey(name)) {
            problems.add(
                    Code.UNKNOWN_NAME,
                    "--profile " + name,
                    "There is no profile \"%s\". %s".formatted(name, missing),
                    Nearest.suggest(name, new TreeSet<>(all.keySet())));
        }
        return Optional.ofNullable(all.get(name));
    }

    private static Map<String, Platform> configured(Configuration configuration) {
        Map<String, Platform> platforms = new TreeMap<>();
        configuration
                .profiles()
                .orElse(Map.of())
                .forEach((name, profile) -> platforms.put(name, platform(name, profile.orElse(Profile.empty()))));
        return platforms;
    }

    private static Platform platform(String name, Profile profile) {
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
