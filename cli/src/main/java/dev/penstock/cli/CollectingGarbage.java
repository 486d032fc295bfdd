package dev.penstock.cli;

import dev.penstock.cache.Forgetting;
import dev.penstock.cli.artifact.Referrers;
import dev.penstock.cli.artifact.Servers;
import dev.penstock.cli.connect.Home;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.profile.MlflowPlace;
import dev.penstock.cli.profile.Profiles;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunRecords;
import dev.penstock.store.Artifacts;
import dev.penstock.store.Garbage;
import dev.penstock.store.ObjectStore;
import dev.penstock.store.Roots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what nothing refers to any more, tells it, and removes it if asked to. */
record CollectingGarbage(Shell shell, ServerChoice server, List<String> disregarded, boolean json) {

    private static final String OPTION = "--disregard-references-of";
    private static final String OTHERS = "other-machines";

    int collect(String olderThan, Optional<String> forget, boolean remove) {
        Duration age = Age.parse("--older-than", olderThan, ObjectStore.YOUNG.multipliedBy(2));
        Optional<Duration> cacheAge =
                forget.map(text -> Age.parse("--forget-cache-older-than", text, Duration.ofHours(1)));
        Instant now = Instant.now();
        try (ObjectStore objects = shell.home().objects(shell.environment())) {
            Servers servers = servers();
            if (remove && isShared() && !disregarded.contains(OTHERS)) {
                throw shared(objects);
            }
            Forgetting forgetting = new Forgetting(objects);
            List<Forgetting.Old> old =
                    cacheAge.map(limit -> forgetting.find(now.minus(limit))).orElse(List.of());
            Garbage garbage = new Garbage(objects);
            List<Roots> roots = new ArrayList<>(List.of(garbage.cached()));
            roots.addAll(ask(servers, objects));
            Garbage.Found found = garbage.find(roots, limit(now.minus(age)));
            GarbageReport report = GarbageReport.of(objects.words(), found, age, old.size(), isShared());
            if (remove) {
                report = report.removed(forgetting.drop(old), garbage.remove(found));
            }
            if (json) {
                shell.out().print(Json.of(report));
            } else {
                report.lines(shell.style()).forEach(shell.out()::println);
            }
            return ExitCode.DONE;
        }
    }

    /** What a run at work has stored on its way is not in its record yet, so nothing goes that is younger than the run. */
    private Instant limit(Instant old) {
        RunFilter atWork = RunFilter.newest(Integer.MAX_VALUE).that(RunOutcome.AT_WORK);
        return new RunRecords(shell.home().runs())
                .list(atWork).stream()
                        .filter(RunRecord.Sound.class::isInstance)
                        .map(record -> ((RunRecord.Sound) record).header().started())
                        .filter(started -> started.isBefore(old))
                        .min(Comparator.naturalOrder())
                        .orElse(old);
    }

    private List<Roots> ask(Servers servers, ObjectStore objects) {
        Home home = shell.home();
        return new Referrers(
                        home,
                        shell.environment(),
                        server.settings(shell).server(home.devServer()),
                        () -> Toolbox.mlflow(shell, new Artifacts(objects)))
                .ask(servers.without(disregarded), !disregarded.contains(Referrers.UNREADABLE));
    }

    /** Those of all profiles, as they are configured and as flags and variables say. */
    private Servers servers() {
        Problems problems = new Problems();
        List<TemporalSettings> temporal = new ArrayList<>();
        List<MlflowPlace> mlflow = new ArrayList<>();
        Map<String, String> configured = new HashMap<>(shell.environment());
        configured.keySet().removeAll(Set.of("PENSTOCK_TEMPORAL_TARGET", MlflowPlace.VARIABLE));
        Profiles chosen = server.profiles(shell, problems);
        server.settings(chosen, shell, problems).ifPresent(temporal::add);
        chosen.mlflow(shell.environment(), problems).ifPresent(mlflow::add);
        for (String name : chosen.names()) {
            Profiles profile = Profiles.read(Optional.of(name), server.config(), shell.directory(), problems);
            profile.temporal(Optional.empty(), Optional.empty(), configured, problems)
                    .ifPresent(temporal::add);
            profile.mlflow(configured, problems).ifPresent(mlflow::add);
        }
        problems.throwIfAny();
        Servers servers = Servers.of(temporal, mlflow);
        Set<String> names = new TreeSet<>(servers.names());
        names.addAll(Set.of(Referrers.UNREADABLE, OTHERS));
        disregarded.stream().filter(word -> !names.contains(word)).findFirst().ifPresent(word -> {
            throw new InvalidInputException(
                    Code.UNKNOWN_NAME,
                    "%s %s".formatted(OPTION, word),
                    "Nobody of this name is asked.",
                    Nearest.suggest(word, names));
        });
        return servers;
    }

    /** Others may have records of runs of which nothing is known here. */
    private boolean isShared() {
        String named = shell.environment().getOrDefault(Home.STORE, "").strip();
        return !named.isEmpty();
    }

    private static InvalidInputException shared(ObjectStore objects) {
        return new InvalidInputException(
                Code.UNKNOWN_REFERENCES,
                objects.words(),
                "Other machines may use this store too, and runs without a server are recorded only where they ran.",
                "Where no other machine has such runs that count: %s %s".formatted(OPTION, OTHERS));
    }
}
