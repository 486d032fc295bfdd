package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Home;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Printable;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.server.Registration;
import dev.penstock.server.SearchAttributes;
import dev.penstock.server.TemporalCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at everything that runs need, one thing after the other. */
final class CheckUp {

    private final Shell shell;
    private final ServerChoice server;
    private boolean healthy = true;

    CheckUp(Shell shell, ServerChoice server) {
        this.shell = shell;
        this.server = server;
    }

    int examine() {
        good("Java %s on %s".formatted(Runtime.version(), System.getProperty("os.name")));
        home();
        pipelines();
        temporalBinary();
        server();
        return healthy ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private void home() {
        Home home = shell.home();
        try {
            Files.createDirectories(home.folder());
            Files.delete(Files.createTempFile(home.folder(), "doctor", ""));
            good("Values and records are kept in %s".formatted(home.folder()));
        } catch (IOException e) {
            bad(
                    "Nothing can be kept in %s (%s).".formatted(home.folder(), e),
                    "Make it writable, or name another folder by the variable %s.".formatted(Home.VARIABLE));
        }
    }

    private void pipelines() {
        Problems problems = new Problems();
        try (Targets targets = shell.targets()) {
            int count = targets.list(List.of(), problems).found().size();
            if (problems.none()) {
                good("%s pipeline%s known".formatted(count, count == 1 ? " is" : "s are"));
            }
        }
        problems.list().forEach(problem -> note(problem.message(), problem.remedy()));
    }

    private void temporalBinary() {
        try {
            Optional<Path> binary = new TemporalCli(shell.environment()).find();
            binary.ifPresentOrElse(
                    path -> good("The temporal binary for the target dev is %s".formatted(path)),
                    () -> note(
                            "There is no temporal binary, so the target dev cannot be used.",
                            "Install it (https://docs.temporal.io/cli), or run .build/temporal in a checkout."));
        } catch (InvalidInputException e) {
            e.problems().forEach(this::bad);
        }
    }

    private void server() {
        try (Connection connection = Connection.toLookAt(server.settings(shell), shell.home())) {
            good("The server answers: %s".formatted(connection.engine().words()));
            if (connection.abilities().durable()) {
                attributes(SearchAttributes.register(connection.engine()));
                workers(connection);
            }
        } catch (InvalidInputException e) {
            e.problems().forEach(this::bad);
        }
    }

    private void attributes(Registration registration) {
        if (!registration.added().isEmpty()) {
            good("Search attributes were added: %s".formatted(String.join(", ", registration.added())));
        } else if (registration.complete()) {
            good("The search attributes of runs are there");
        }
        registration.problems().forEach(this::bad);
    }

    private void workers(Connection connection) {
        if (connection.hasWorkers()) {
            good("A worker asks for work on the task queue %s".formatted(connection.queue()));
        } else {
            note(
                    "No worker asks for work on the task queue %s.".formatted(connection.queue()),
                    "Start one: penstock worker");
        }
    }

    private void good(String sentence) {
        shell.out().println("%s %s.".formatted(shell.style().green("✓"), Printable.of(sentence)));
    }

    private void note(String sentence, String remedy) {
        line(shell.style().yellow("!"), sentence, remedy);
    }

    private void bad(Problem problem) {
        bad("%s: %s".formatted(problem.where(), problem.message()), problem.remedy());
    }

    private void bad(String sentence, String remedy) {
        healthy = false;
        line(shell.style().red("✗"), sentence, remedy);
    }

    private void line(String sign, String sentence, String remedy) {
        shell.out()
                .println("%s %s\n  %s %s"
                        .formatted(sign, Printable.of(sentence), shell.style().cyan("→"), Printable.of(remedy)));
    }
}
