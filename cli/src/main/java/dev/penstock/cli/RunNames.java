package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.runs.KnownRun;

/** Finds the runs that users name. */
record RunNames(Connection connection) {

    KnownRun find(String name) {
        if (!connection.abilities().durable()) {
            throw new InvalidInputException(
                    Code.NO_SERVER,
                    "run " + name,
                    "No Temporal server is there that could know it.",
                    "Name the server: --target host:port; a run on the embedded one lives in the process that started it.");
        }
        return connection
                .lookup()
                .find(name)
                .orElseThrow(() -> new InvalidInputException(
                        Code.UNKNOWN_RUN,
                        "run " + name,
                        "There is no run of this name on %s."
                                .formatted(connection.engine().words()),
                        "See what there is: penstock list"));
    }

    KnownRun atWork(String name) {
        KnownRun run = find(name);
        if (!run.isAtWork()) {
            throw new InvalidInputException(
                    Code.NOT_AT_WORK,
                    "run " + name,
                    "It has %s already.".formatted(StateWords.of(run.state())),
                    "See it: penstock show %s; or go on with it: penstock retry %s".formatted(name, name));
        }
        return run;
    }
}
