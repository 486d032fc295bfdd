package dev.penstock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.check.Platform;
import dev.penstock.check.Validation;
import dev.penstock.cli.connect.Ability;
import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Tools;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.params.Given;
import dev.penstock.cli.profile.Profiles;
import dev.penstock.cli.profile.RunPlace;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.runs.RunOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Starts a run, unless something speaks against it, and follows it. */
record Running(
        Shell shell,
        Given given,
        ServerChoice server,
        Optional<String> name,
        boolean detach,
        boolean worker,
        boolean json) {

    int run(Optional<String> text) throws InterruptedException {
        Problems problems = new Problems();
        try (Targets targets = shell.targets()) {
            Profiles profiles = server.profiles(shell, problems);
            Optional<TemporalSettings> settings = server.settings(profiles, shell, problems);
            Optional<Target> target = resolve(targets, text, problems);
            Optional<JsonNode> input = target.flatMap(found -> input(found, profiles.platform(), problems));
            name.ifPresent(chosen -> NewName.check(chosen, problems));
            Optional<RunPlace> place = profiles.runPlace(shell.environment(), problems);
            List<Problem> lacking = target.map(found -> lacking(found, place.orElseGet(RunPlace::laptop)))
                    .orElse(List.of());
            boolean embedded = settings.map(TemporalSettings::target)
                    .filter(dev.penstock.server.Target.Embedded.class::isInstance)
                    .isPresent();
            if (embedded || worker) {
                problems.addAll(lacking);
            }
            if (embedded && detach) {
                problems.add(cannotDetach());
            }
            problems.throwIfAny();
            Wanted wanted = new Wanted(target.orElseThrow(), input.orElseThrow());
            try (Tools tools = tools(wanted.target(), place.orElseThrow())) {
                if (tools.tracks(wanted.target().spec().pipeline())) {
                    tools.experiments().warm(wanted.target().spec().name());
                }
                try (Connection connection = Connection.open(settings.orElseThrow(), shell.home())) {
                    return on(connection, tools, wanted, lacking);
                }
            }
        }
    }

    /** A run as it is asked for. */
    record Wanted(Target target, JsonNode input) {}

    private static Optional<Target> resolve(Targets targets, Optional<String> text, Problems problems) {
        try {
            return Optional.of(targets.resolve(text));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Optional<JsonNode> input(Target target, Optional<Platform> platform, Problems problems) {
        platform.ifPresent(place -> problems.addAll(Validation.on(target.spec(), place)));
        return Inputs.read(target, given.complete(), shell.directory(), problems)
                .value();
    }

    private List<Problem> lacking(Target target, RunPlace place) {
        try (Tools tools = tools(target, place)) {
            return Ability.missing(target.spec().pipeline(), tools);
        }
    }

    private Tools tools(Target target, RunPlace place) {
        return Toolbox.of(shell, place, List.of(target));
    }

    private int on(Connection connection, Tools tools, Wanted wanted, List<Problem> lacking)
            throws InterruptedException {
        boolean durable = connection.abilities().durable();
        boolean works = worker || !connection.hasWorkers();
        if (works) {
            refuse(connection, lacking);
        }
        if (detach && !durable) {
            throw new InvalidInputException(List.of(cannotDetach()));
        }
        if (detach && works) {
            throw new InvalidInputException(
                    Code.NO_WORKER,
                    "--detach",
                    "Nobody would work on the run: no worker asks for work on the task queue %s."
                            .formatted(connection.queue()),
                    "Start a worker before, with penstock worker, or leave out --detach.");
        }
        boolean tracked = tools.tracks(wanted.target().spec().pipeline());
        RunOrder order = RunOrder.of(wanted.target().spec(), wanted.input(), chosen(wanted))
                .by(shell.user(), "command")
                .build(wanted.target().origin())
                .trackedIf(tracked);
        boolean joins = name.isPresent() && new Namesake(connection).isAtWork(order);
        Launch launch = new Launch(shell, connection, order, joins, json);
        if (detach) {
            return launch.andLeave();
        }
        if (works && tracked) {
            new Preparing(shell, json).tracking(tools.experiments());
        }
        return launch.andFollow(works ? Optional.of(tools) : Optional.empty());
    }

    private String chosen(Wanted wanted) {
        return name.orElseGet(() -> NewName.fresh(wanted.target().spec().name(), ThreadLocalRandom.current()));
    }

    private void refuse(Connection connection, List<Problem> lacking) {
        if (lacking.isEmpty()) {
            return;
        }
        Problems problems = new Problems();
        if (connection.abilities().durable() && !worker) {
            problems.add(
                    Code.NO_WORKER,
                    "task queue " + connection.queue(),
                    "No worker is there (%s), and this process cannot be one for the reasons below."
                            .formatted(connection.engine().words()),
                    "Start a worker that has the code, with penstock worker, or mend what is missing here.");
        }
        problems.addAll(lacking);
        problems.throwIfAny();
    }

    private static Problem cannotDetach() {
        return new Problem(
                Code.REFUSED_VALUE,
                "--detach",
                "The embedded server ends with this process, and the run with it.",
                "Leave out --detach, or run on a server: --target dev or host:port.");
    }
}
