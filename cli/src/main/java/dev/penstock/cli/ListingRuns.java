package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.output.ProblemText;
import dev.penstock.cli.progress.StepWords;
import dev.penstock.problem.Problem;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunRecords;
import dev.penstock.record.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists the runs of the server and those that left a record here. */
record ListingRuns(Shell shell, ServerChoice server, boolean json) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    int list(Optional<String> pipeline, Optional<String> outcome, int limit) {
        RunFilter filter = new RunFilter(pipeline, RunNames.outcome(outcome), Math.max(1, limit));
        List<RunSummary> runs = new ArrayList<>();
        List<Problem> damaged = new ArrayList<>();
        for (RunRecord record : new RunRecords(shell.home().runs()).list(filter)) {
            switch (record) {
                case RunRecord.Sound readable -> runs.add(readable.summary());
                case RunRecord.Unreadable unreadable -> damaged.add(unreadable.problem());
            }
        }
        try (Known known = new Known(Connection.existing(server.settings(shell), shell.home()))) {
            runs.addAll(known.list(filter));
        }
        runs.sort(Comparator.comparing(RunSummary::started).reversed());
        show(runs.stream().limit(filter.limit()).toList(), damaged);
        return damaged.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    /** What a server knows, where there is one. */
    private record Known(Optional<Connection> connection) implements AutoCloseable {

        List<RunSummary> list(RunFilter filter) {
            return connection.map(found -> found.runs().list(filter)).orElse(List.of());
        }

        @Override
        public void close() {
            connection.ifPresent(Connection::close);
        }
    }

    private record Listed(List<RunSummary> runs, List<Problem> problems) {}

    private void show(List<RunSummary> runs, List<Problem> damaged) {
        if (json) {
            shell.out().print(Json.of(new Listed(runs, damaged)));
        } else {
            Columns columns = new Columns();
            runs.forEach(run -> columns.add(
                    Printable.of(run.name()),
                    Printable.of(run.pipeline()),
                    run.outcome().words(),
                    CLOCK.format(run.started().atZone(ZoneId.systemDefault())),
                    StepWords.time(Duration.between(run.started(), run.ended().orElseGet(Instant::now))),
                    Printable.of(run.startedBy())));
            columns.lines("").forEach(shell.out()::println);
        }
        if (!damaged.isEmpty()) {
            shell.err().print(ProblemText.of(damaged, shell.style()));
        }
        if (runs.isEmpty() && damaged.isEmpty() && !json) {
            shell.err().println("There are no such runs here.");
        }
    }
}
