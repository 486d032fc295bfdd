package dev.penstock.cli;

import dev.penstock.cli.connect.Ability;
import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Health;
import dev.penstock.cli.connect.Tools;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Columns;
import dev.penstock.cli.output.Printable;
import dev.penstock.cli.profile.Profiles;
import dev.penstock.cli.profile.RunPlace;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.engine.Listener;
import dev.penstock.host.WorkerHost;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.process.ProgressListener;
import dev.penstock.server.SearchAttributes;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Works for runs until a signal says that it is enough. */
record Working(Shell shell, ServerChoice server, Optional<InetSocketAddress> health) {

    int work(List<String> texts) throws InterruptedException {
        Problems problems = new Problems();
        try (Targets targets = shell.targets()) {
            Profiles profiles = server.profiles(shell, problems);
            Optional<TemporalSettings> settings = server.settings(profiles, shell, problems);
            Optional<RunPlace> place = profiles.runPlace(shell.environment(), problems);
            List<Target> pipelines = new Crew(targets).of(texts, problems);
            problems.throwIfAny();
            try (Connection connection = Connection.ofWorker(settings.orElseThrow(), shell.home())) {
                requireServer(connection);
                return work(connection, place.orElseThrow(), pipelines);
            }
        }
    }

    private static void requireServer(Connection connection) {
        if (!connection.abilities().durable()) {
            throw new InvalidInputException(
                    Code.NO_SERVER,
                    "target",
                    "A worker needs a server to ask for work, and none is there.",
                    "Name it: --target host:port; or start one with a worker: penstock dev");
        }
    }

    private int work(Connection connection, RunPlace place, List<Target> pipelines) throws InterruptedException {
        try (Tools tools = Toolbox.of(shell, place, pipelines)) {
            return work(connection, tools, pipelines);
        }
    }

    private int work(Connection connection, Tools tools, List<Target> pipelines) throws InterruptedException {
        warn(SearchAttributes.register(connection.engine()).problems());
        pipelines.forEach(target -> warn(Ability.missing(target.spec().pipeline(), tools)));
        CountDownLatch enough = new CountDownLatch(1);
        Signals signals = Signals.on(List.of("TERM", "INT"), enough::countDown);
        try (Health answers = Health.at(health, connection::answers)) {
            WorkerHost host = connection.work(tools, Listener.none(), ProgressListener.none());
            answers.ready(true);
            announce(connection, pipelines, answers);
            enough.await();
            answers.ready(false);
            shell.err().println("Taking no new work; what is at work has 30 s to end.");
            host.close();
        } finally {
            signals.close();
        }
        shell.err().println("The worker has ended.");
        return ExitCode.DONE;
    }

    private void warn(List<Problem> problems) {
        problems.forEach(problem -> shell.err()
                .println("%s %s %s"
                        .formatted(
                                shell.style().yellow("warning:"),
                                Printable.of(problem.message()),
                                Printable.of(problem.remedy()))));
    }

    private void announce(Connection connection, List<Target> pipelines, Health answers) {
        Columns columns = new Columns();
        columns.add("server", connection.engine().words());
        connection.engine().ui().ifPresent(ui -> columns.add("ui", ui.toString()));
        columns.add("task queue", connection.queue());
        columns.add(
                "pipelines",
                pipelines.stream()
                        .map(target -> target.spec().name())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        answers.address().ifPresent(address -> columns.add("health", address + "/healthz and /readyz"));
        columns.lines("").forEach(shell.out()::println);
        shell.out().println("Ready; Ctrl-C ends it.");
        shell.out().flush();
    }
}
