package dev.penstock.cli;

import dev.penstock.cache.Explanations;
import dev.penstock.cache.Savings;
import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.SeenRun;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.Style;
import dev.penstock.cli.progress.StepTable;
import dev.penstock.cli.progress.StepWords;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepStatus;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunRecords;
import dev.penstock.record.RunSummary;
import dev.penstock.runs.RunDescription;
import dev.penstock.store.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows a run as a server or a record knows it. */
record Showing(Shell shell, ServerChoice server, boolean json) {

    int show(String name) {
        Optional<Connection> connection = Connection.existing(server.settings(shell), shell.home());
        try {
            SeenRun run = connection.flatMap(found -> onServer(found, name)).orElseGet(() -> recorded(name));
            if (json) {
                shell.out().print(Json.of(run));
            } else {
                print(run);
            }
            return ExitCode.DONE;
        } finally {
            connection.ifPresent(Connection::close);
        }
    }

    private Optional<SeenRun> onServer(Connection connection, String name) {
        return connection
                .runs()
                .describe(name)
                .map(RunDescription::summary)
                .map(summary -> SeenRun.onServer(summary, connection));
    }

    private SeenRun recorded(String name) {
        Path folder = shell.home().runs();
        RunRecords records = new RunRecords(folder);
        return switch (records.find(name).orElseThrow(() -> RunNames.unknown(name, records.names()))) {
            case RunRecord.Sound record ->
                SeenRun.recorded(record, folder.resolve(name).resolve(Integer.toString(record.attempt())));
            case RunRecord.Unreadable record -> throw new InvalidInputException(List.of(record.problem()));
        };
    }

    private void print(SeenRun run) {
        Style style = shell.style();
        RunSummary facts = run.facts();
        shell.out().println("%s  %s".formatted(style.bold(Printable.of(facts.name())), outcome(facts, style)));
        facts(run).lines("  ").forEach(shell.out()::println);
        if (!run.steps().isEmpty()) {
            shell.out().println();
            List<StepStatus> steps = run.steps();
            new StepTable(style, shell.width(), Integer.MAX_VALUE)
                    .lines(steps, Instant.now())
                    .forEach(line -> shell.out().println("  " + line));
        }
        run.failure().ifPresent(failure -> {
            shell.out().println();
            why(failure, facts.name(), style);
        });
    }

    private static String outcome(RunSummary facts, Style style) {
        String words = facts.outcome().words();
        return switch (facts.outcome()) {
            case SUCCEEDED -> style.green(words);
            case AT_WORK -> style.cyan(words);
            case FAILED, REJECTED, CANCELLED, INTERRUPTED -> style.red(words);
        };
    }

    private Columns facts(SeenRun run) {
        RunSummary facts = run.facts();
        Columns columns = new Columns();
        columns.add("pipeline", Printable.of(facts.pipeline()));
        columns.add("spec", facts.digest());
        columns.add("started", "%s by %s".formatted(facts.started(), Printable.of(facts.startedBy())));
        columns.add(
                "time",
                StepWords.time(Duration.between(facts.started(), facts.ended().orElseGet(Instant::now))));
        columns.add("trigger", Printable.of(facts.trigger()));
        columns.add("build", Printable.of(facts.build()));
        savings(facts).words().ifPresent(saved -> columns.add("from the cache", saved));
        columns.add("look at", Printable.of(run.place()));
        return columns;
    }

    private Savings savings(RunSummary run) {
        try (ObjectStore store = shell.home().objects(shell.environment())) {
            return new Explanations(store).savings(run.name(), run.started());
        }
    }

    private void why(StepFailure failure, String run, Style style) {
        shell.out().println("  " + Printable.of(failure.message()));
        shell.out().println("  %s %s".formatted(style.cyan("→"), Printable.of(failure.remedy(run))));
    }
}
