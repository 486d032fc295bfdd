package dev.penstock.cli;

import dev.penstock.cli.profile.Profiles;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.problem.Problems;
import java.util.Optional;

/** What flags say about where runs are. */
record ServerChoice(
        Optional<String> profile, Optional<String> config, Optional<String> target, Optional<String> namespace) {

    /** The same, on another server. */
    ServerChoice on(String other) {
        return new ServerChoice(profile, config, Optional.of(other), namespace);
    }

    Profiles profiles(Shell shell, Problems problems) {
        return Profiles.read(profile, config, shell.directory(), problems);
    }

    Optional<TemporalSettings> settings(Profiles profiles, Shell shell, Problems problems) {
        return profiles.temporal(target, namespace, shell.environment(), problems);
    }

    TemporalSettings settings(Shell shell) {
        Problems problems = new Problems();
        Optional<TemporalSettings> settings = settings(profiles(shell, problems), shell, problems);
        problems.throwIfAny();
        return settings.orElseThrow();
    }
}
