package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.progress.Follower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What Ctrl-C means while a run is followed: a question on a terminal, and the safer answer elsewhere. */
final class CtrlC {

    private final Shell shell;
    private final Connection connection;
    private final String run;
    private final Follower follower;
    private final boolean worksHere;
    private int presses;

    CtrlC(Shell shell, Connection connection, String run, Follower follower, boolean worksHere) {
        this.shell = shell;
        this.connection = connection;
        this.run = run;
        this.follower = follower;
        this.worksHere = worksHere;
    }

    /** In the thread that follows. */
    void pressed() {
        presses++;
        if (presses == 1 && shell.terminal()) {
            ask();
        } else if (presses == 1 && isDurable()) {
            follower.leave();
        } else if (presses == 1 || (presses == 2 && shell.terminal())) {
            cancel();
        } else {
            follower.leave();
        }
    }

    private boolean isDurable() {
        return connection.abilities().durable();
    }

    private void ask() {
        follower.pause(true);
        shell.out()
                .print(
                        isDurable()
                                ? "\nLeave the run at work (l), cancel it (c), or go on watching (Enter)? "
                                : "\nCancel the run (c), or go on (Enter)? ");
        shell.out().flush();
        Thread.ofPlatform().daemon().name("penstock-answer").start(() -> {
            String answer = line();
            follower.post(() -> answered(answer));
        });
    }

    private String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }

    private void answered(String answer) {
        if (presses > 1) {
            return;
        }
        presses = 0;
        if (answer.startsWith("c")) {
            presses = 2;
            cancel();
        } else if (answer.startsWith("l") && isDurable()) {
            follower.leave();
        }
        follower.pause(false);
    }

    private void cancel() {
        follower.pause(false);
        follower.say("Cancelling; what runs at the end of every run still runs.");
        connection.runs().cancel(run, "Ctrl-C of " + shell.user());
    }

    /** Says what becomes of the run that was left, and gives the exit code. */
    int left() {
        if (!isDurable()) {
            shell.err().println("%s has ended with this process.".formatted(run));
            return ExitCode.LEFT;
        }
        shell.err()
                .println(
                        worksHere
                                ? "%s waits now for a worker (penstock worker); follow it with: penstock watch %s"
                                        .formatted(run, run)
                                : "%s goes on; follow it with: penstock watch %s".formatted(run, run));
        return ExitCode.LEFT;
    }
}
