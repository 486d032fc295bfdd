package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;

/** Follows a run. */
record Watching(Shell shell, ServerChoice server, boolean json) {

    int watch(String name) throws InterruptedException {
        try (Connection connection = server.connect(shell)) {
            boolean atWork = new RunNames(connection).find(name).isAtWork();
            return new Following(shell, connection, name, json).follow(!atWork, false);
        }
    }
}
