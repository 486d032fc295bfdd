package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Home;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunRecords;
import dev.penstock.record.RunSummary;
import dev.penstock.runs.RunDescription;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the runs that users name on a server. */
record RunNames(Connection connection) {

    private static final int MOST_KNOWN = 200;

    /** To the server of a run that a command is about; one is needed. */
    static Connection connect(Shell shell, ServerChoice server, String run) {
        TemporalSettings settings = server.settings(shell);
        Home home = shell.home();
        return Connection.existing(settings, home).orElseThrow(() -> noServer(run, new RunRecords(home.runs())));
    }

    private static InvalidInputException noServer(String run, RunRecords records) {
        if (records.find(run).isPresent()) {
            return new InvalidInputException(
                    Code.NO_SERVER,
                    "run " + run,
                    "It ran on the embedded server of another process, which nobody else can reach.",
                    "See how far it is or how it ended: penstock show " + run);
        }
        return new InvalidInputException(
                Code.NO_SERVER,
                "run " + run,
                "No Temporal server is there that could know it.",
                "Name the server with --target host:port; runs of the embedded one are in: penstock list");
    }

    RunSummary find(String name) {
        return connection.runs().describe(name).map(RunDescription::summary).orElseThrow(() -> unknown(name, names()));
    }

    private Collection<String> names() {
        if (!connection.abilities().lists()) {
            return connection.records().names();
        }
        return connection.runs().list(RunFilter.newest(MOST_KNOWN)).stream()
                .map(RunSummary::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static InvalidInputException unknown(String name, Collection<String> known) {
        String remedy = Nearest.to(name, known)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("See what there is: penstock list");
        return new InvalidInputException(Code.UNKNOWN_RUN, "run " + name, "There is no run of this name.", remedy);
    }

    RunSummary atWork(String name) {
        RunSummary run = find(name);
        if (run.outcome() != RunOutcome.AT_WORK) {
            throw new InvalidInputException(
                    Code.NOT_AT_WORK,
                    "run " + name,
                    "It has ended already: %s.".formatted(run.outcome().words()),
                    "See it: penstock show %s; or go on with it: penstock retry %s".formatted(name, name));
        }
        return run;
    }

    /** The name of the outcome that a user writes. */
    static Optional<RunOutcome> outcome(Optional<String> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (RunOutcome outcome : RunOutcome.values()) {
            if (outcome.words().replace(' ', '-').equals(text.get())) {
                return Optional.of(outcome);
            }
        }
        throw new InvalidInputException(
                Code.UNKNOWN_NAME,
                "--outcome",
                "There is no outcome \"%s\".".formatted(text.get()),
                Nearest.suggest(
                        text.get(),
                        Arrays.stream(RunOutcome.values())
                                .map(outcome -> outcome.words().replace(' ', '-'))
                                .toList()));
    }
}
