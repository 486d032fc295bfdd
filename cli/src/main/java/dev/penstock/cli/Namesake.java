package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunSummary;
import dev.penstock.runs.RunDescription;
import dev.penstock.runs.RunOrder;
import java.util.List;
import java.util.Optional;

/** Looks for a run that has the name of one that is to be started. */
record Namesake(Connection connection) {

    /** Whether the same run is at work already; another one of the name, or one that has ended, is a problem. */
    boolean isAtWork(RunOrder order) {
        if (connection.leavesOnlyRecords()) {
            connection.records().find(order.name()).ifPresent(record -> refuse(order.name(), record));
            return false;
        }
        Optional<RunSummary> run = connection.runs().describe(order.name()).map(RunDescription::summary);
        run.ifPresent(found -> requireSame(found, order));
        return run.isPresent();
    }

    /** The run of the name is there, and has to be the one that is meant. */
    void require(RunOrder order) {
        RunSummary run = connection
                .runs()
                .describe(order.name())
                .map(RunDescription::summary)
                .orElseThrow(() -> new IllegalStateException("the server knew it a moment ago: " + order.name()));
        requireSame(run, order);
    }

    private static void refuse(String name, RunRecord record) {
        switch (record) {
            case RunRecord.Sound run -> {
                if (run.outcome() != RunOutcome.AT_WORK) {
                    throw ended(name, run.outcome());
                }
                throw taken(
                        name,
                        "A run \"%s\" is at work in another process.".formatted(name),
                        "Choose another name, or see how far it is: penstock show " + name);
            }
            case RunRecord.Unreadable run -> throw new InvalidInputException(List.of(run.problem()));
        }
    }

    private void requireSame(RunSummary run, RunOrder order) {
        if (run.outcome() != RunOutcome.AT_WORK) {
            throw ended(run.name(), run.outcome());
        }
        if (!run.digest().equals(order.spec().digest())) {
            String own = order.spec().name();
            throw taken(
                    run.name(),
                    "A run \"%s\" of %s is at work."
                            .formatted(
                                    run.name(),
                                    run.pipeline().equals(own)
                                            ? "another version of " + own
                                            : "the pipeline " + run.pipeline()),
                    "Choose another name.");
        }
        if (!connection.runs().input(run.name()).filter(order.input()::equals).isPresent()) {
            throw taken(
                    run.name(),
                    "A run \"%s\" is at work with another input.".formatted(run.name()),
                    "Choose another name, or follow that one: penstock watch " + run.name());
        }
    }

    private static InvalidInputException ended(String name, RunOutcome outcome) {
        return taken(
                name,
                "A run \"%s\" has ended already: %s.".formatted(name, outcome.words()),
                "Go on with what it has done: penstock retry %s; or choose another name.".formatted(name));
    }

    private static InvalidInputException taken(String name, String message, String remedy) {
        return new InvalidInputException(Code.NAME_TAKEN, "--name " + name, message, remedy);
    }
}
