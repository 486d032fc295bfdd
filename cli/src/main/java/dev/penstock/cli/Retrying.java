package dev.penstock.cli;

import dev.penstock.cli.connect.Ability;
import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Tools;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.cli.profile.Profiles;
import dev.penstock.cli.profile.RunPlace;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.host.WorkerHost;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.rerun.Decision;
import dev.penstock.rerun.RerunPlan;
import dev.penstock.runs.Change;
import dev.penstock.runs.Retry;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans what a run has to do again, and does it. */
record Retrying(Shell shell, ServerChoice server, Optional<String> from, boolean plan, boolean json) {

    int retry(String run, Optional<String> version) throws InterruptedException {
        Problems problems = new Problems();
        Profiles profiles = server.profiles(shell, problems);
        Optional<TemporalSettings> settings = server.settings(profiles, shell, problems);
        Optional<RunPlace> place = profiles.runPlace(shell.environment(), problems);
        problems.throwIfAny();
        try (Targets targets = shell.targets();
                Connection connection = Connection.open(settings.orElseThrow(), shell.home())) {
            Optional<Target> target = version.map(text -> targets.resolve(Optional.of(text)));
            Have have = new Have(targets, target, place.orElseThrow());
            if (connection.leavesOnlyRecords() || connection.hasWorkers()) {
                return withoutHelp(connection, run, have);
            }
            return helping(connection, run, have);
        }
    }

    /**
     * What there is to go on with.
     *
     * @param target another version, if one is asked for
     */
    private record Have(Targets targets, Optional<Target> target, RunPlace place) {}

    /** A worker that is there, or the record, tells what was done. */
    private int withoutHelp(Connection connection, String run, Have have) throws InterruptedException {
        Retry retry = connection.retries().plan(run, change(have.target()));
        show(retry.plan());
        if (plan) {
            return ExitCode.DONE;
        }
        if (!connection.leavesOnlyRecords()) {
            return new Launch(shell, connection, retry.order(), false, json).andFollow(Optional.empty());
        }
        try (Tools tools = tools(have, retry.order().build())) {
            refuse(retry, tools);
            return launch(connection, retry, tools).andFollow(Optional.of(tools));
        }
    }

    /** Nobody but this process can tell what was done, since nobody else works for the runs of the server. */
    private int helping(Connection connection, String run, Have have) throws InterruptedException {
        String build = connection
                .runs()
                .describe(run)
                .map(found -> found.summary().build())
                .orElse("");
        Following following = new Following(shell, connection, run, json);
        try (Tools tools = tools(have, build)) {
            WorkerHost host = connection.work(tools, following.listener(), following.progressListener());
            try {
                Retry retry = connection.retries().plan(run, change(have.target()));
                show(retry.plan());
                if (plan) {
                    return ExitCode.DONE;
                }
                refuse(retry, tools);
                return launch(connection, retry, tools).andFollow(following);
            } finally {
                host.close();
            }
        }
    }

    private Launch launch(Connection connection, Retry retry, Tools tools) {
        boolean tracked = tools.tracks(retry.order().spec().pipeline());
        return new Launch(shell, connection, retry.order().trackedIf(tracked), false, json);
    }

    private Tools tools(Have have, String build) {
        List<Target> code = new ArrayList<>(have.target().map(List::of).orElse(List.of()));
        code.addAll(known(have.targets(), build));
        return Toolbox.of(shell, have.place(), code);
    }

    private static void refuse(Retry retry, Tools tools) {
        Problems problems = new Problems();
        problems.addAll(Ability.missing(retry.order().spec().pipeline(), tools));
        problems.throwIfAny();
    }

    private Change change(Optional<Target> target) {
        Change same = Change.nothing(shell.user());
        Change next =
                target.map(found -> same.to(found.spec()).on(found.origin())).orElse(same);
        return from.map(next::from).orElse(next);
    }

    /** The code of the run may be in the jar that it came from, or in any that is known. */
    private List<Target> known(Targets targets, String origin) {
        Crew crew = new Crew(targets);
        List<Target> all = new ArrayList<>();
        if (origin.endsWith(".jar") && Files.exists(shell.directory().resolve(origin))) {
            all.addAll(quietly(crew, List.of(origin)));
        }
        all.addAll(quietly(crew, List.of()));
        return all;
    }

    /** What cannot be found here is missed later, by the check of what the run needs. */
    private static List<Target> quietly(Crew crew, List<String> texts) {
        try {
            return crew.of(texts, new Problems());
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    private record Planned(List<Step> steps) {}

    private record Step(String step, String decision, Optional<String> reason) {}

    private void show(RerunPlan rerun) {
        if (json && plan) {
            shell.out()
                    .print(Json.of(new Planned(rerun.steps().stream()
                            .map(step -> new Step(step.path(), word(step.decision()), reason(step.decision())))
                            .toList())));
            return;
        }
        if (json) {
            return;
        }
        Style style = shell.style();
        Columns columns = new Columns();
        rerun.steps()
                .forEach(step -> columns.add(
                        Printable.of(step.path()),
                        word(step.decision()),
                        Printable.of(
                                reason(step.decision()).map("because "::concat).orElse(""))));
        PrintStream where = plan || shell.terminal() ? shell.out() : shell.err();
        where.println(style.bold("What is kept"));
        columns.lines("  ").forEach(where::println);
        where.flush();
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Reused reused -> "kept";
            case Decision.Partly partly -> "partly";
            case Decision.Runs runs -> "runs";
        };
    }

    private static Optional<String> reason(Decision decision) {
        return switch (decision) {
            case Decision.Reused reused -> Optional.empty();
            case Decision.Partly partly -> Optional.of(partly.reason());
            case Decision.Runs runs -> Optional.of(runs.reason());
        };
    }
}
