package dev.penstock.cli;

import dev.penstock.cache.Forgetting;
import dev.penstock.cache.Remains;
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
import dev.penstock.record.AtWork;
import dev.penstock.store.Artifacts;
import dev.penstock.store.Garbage;
import dev.penstock.store.ObjectStore;
import dev.penstock.store.Roots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
            Remains remains = new Remains(objects);
            List<String> notes =
                    cacheAge.map(limit -> remains.find(now.minus(limit))).orElse(List.of());
            Garbage garbage = new Garbage(objects);
            // What a run at work has stored on its way is referred to when it ends, perhaps while others are asked.
            Optional<Instant> recorded = new AtWork(shell.home().runs()).since();
            List<Roots> roots = new ArrayList<>(List.of(garbage.cached()));
            Referrers.Answers answers = ask(servers, objects);
            roots.addAll(answers.roots());
            Optional<Instant> atWork = Stream.of(recorded, answers.atWorkSince())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .filter(since -> since.isBefore(now.minus(age)));
            Garbage.Found found = garbage.find(roots, atWork.orElse(now.minus(age)));
            GarbageReport report = GarbageReport.of(objects.words(), found, age, old.size(), notes.size(), isShared())
                    .withRunsSince(atWork);
            if (remove) {
                long gone = remains.remove(notes, now.minus(cacheAge.orElse(Duration.ZERO)));
                report = report.removed(forgetting.drop(old), gone, garbage.remove(found));
            }
            if (json) {
                shell.out().print(Json.of(report));
            } else {
                report.lines(shell.style()).forEach(shell.out()::println);
            }
            return ExitCode.DONE;
        }
    }

    private Referrers.Answers ask(Servers servers, ObjectStore objects) {
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
        Map<String, String> configured = Profiles.asConfigured(shell.environment());
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
        Servers servers = Servers.of(temporal, shell.home().servers().all(), mlflow);
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
