package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.record.RunOutcome;

/** Follows a run. */
record Watching(Shell shell, ServerChoice server, boolean json) {

    int watch(String name) throws InterruptedException {
        try (Connection connection = RunNames.connect(shell, server, name)) {
            boolean atWork = new RunNames(connection).find(name).outcome() == RunOutcome.AT_WORK;
            return new Following(shell, connection, name, json).follow(atWork ? "is at work" : "has ended", false);
        }
    }
}
