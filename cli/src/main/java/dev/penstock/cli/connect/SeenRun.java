package dev.penstock.cli.connect;

import dev.penstock.engine.FailureReport;
import dev.penstock.engine.RunStatus;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepStatus;
import dev.penstock.record.RunEvent;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunSummary;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be shown of a run.
 *
 * @param steps none where only a worker could tell and none is there
 * @param place where there is more to see
 */
public record SeenRun(RunSummary facts, List<StepStatus> steps, Optional<StepFailure> failure, String place) {

    public SeenRun {
        steps = List.copyOf(steps);
    }

    public static SeenRun onServer(RunSummary facts, Connection connection) {
        Optional<RunStatus> status = connection.hasHelp() ? status(connection, facts.name()) : Optional.empty();
        return new SeenRun(
                facts,
                status.map(RunStatus::steps).orElse(List.of()),
                status.flatMap(RunStatus::failure),
                connection
                        .page(facts.name())
                        .map(URI::toString)
                        .orElse(connection.engine().words()));
    }

    private static Optional<RunStatus> status(Connection connection, String run) {
        try {
            return Optional.of(connection.runs().status(run));
        } catch (RuntimeException e) {
            // The worker that was there a moment ago does not answer.
            return Optional.empty();
        }
    }

    public static SeenRun recorded(RunRecord.Sound record, Path folder) {
        Optional<StepFailure> failure = record.end()
                .flatMap(end -> end instanceof RunEvent.Failed failed ? failed.report() : Optional.empty())
                .map(FailureReport::failure);
        return new SeenRun(record.summary(), record.statuses(), failure, folder.toString());
    }
}
