package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import java.util.Optional;

/** Asks a run to end. */
record Cancelling(Shell shell, ServerChoice server) {

    int cancel(String name, Optional<String> reason) {
        try (Connection connection = RunNames.connect(shell, server, name)) {
            new RunNames(connection).atWork(name);
            String who = shell.user();
            connection
                    .runs()
                    .cancel(
                            name,
                            reason.map(why -> "%s: %s".formatted(who, why)).orElse("by " + who));
            shell.out().println("%s is asked to end; follow it with: penstock watch %s".formatted(name, name));
            return ExitCode.DONE;
        }
    }
}
