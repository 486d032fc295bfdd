package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Tools;
import dev.penstock.host.WorkerHost;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.runs.KnownRun;
import dev.penstock.runs.RunOrder;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Starts a run, or finds the one of its name that is at work already. */
record Launch(Shell shell, Connection connection, Running.Wanted wanted, Optional<String> name, boolean json) {

    int andLeave() {
        String run = chosen();
        boolean started = start(run);
        shell.out()
                .println(
                        json
                                ? dev.penstock.cli.output.Json.line(new Left(run, started ? "started" : "at-work"))
                                : "%s %s. Follow it with: penstock watch %s"
                                        .formatted(run, started ? "has started" : "is at work already", run));
        return ExitCode.DONE;
    }

    private record Left(String run, String state) {}

    int andFollow(Optional<Tools> tools) throws InterruptedException {
        String run = chosen();
        Following following = new Following(shell, connection, run, json);
        if (tools.isEmpty()) {
            return following.follow(start(run), false);
        }
        WorkerHost host = connection.work(tools.get(), following.listener());
        try {
            boolean started = start(run);
            return following.follow(started, true);
        } finally {
            host.close();
        }
    }

    private String chosen() {
        return name.orElseGet(() -> RunName.fresh(wanted.target().spec().name(), ThreadLocalRandom.current()));
    }

    /** Whether it was started now. */
    private boolean start(String run) {
        Optional<KnownRun> before = name.flatMap(connection.lookup()::find);
        if (before.isPresent()) {
            join(before.get());
            return false;
        }
        RunOrder order = RunOrder.of(wanted.target().spec(), wanted.input(), run)
                .by(shell.user(), "command")
                .build(wanted.target().origin());
        try {
            connection.runs().start(order);
            return true;
        } catch (WorkflowExecutionAlreadyStarted e) {
            join(connection.lookup().find(run).orElseThrow(() -> e));
            return false;
        }
    }

    private void join(KnownRun run) {
        if (!run.isAtWork()) {
            throw taken(
                    run,
                    "A run \"%s\" has %s already.".formatted(run.name(), StateWords.of(run.state())),
                    "Go on with it: penstock retry %s; or choose another name.".formatted(run.name()));
        }
        if (!run.digest().equals(wanted.target().spec().digest())) {
            throw taken(
                    run, "A run \"%s\" of %s is at work.".formatted(run.name(), other(run)), "Choose another name.");
        }
        if (!connection.lookup().input(run.name()).equals(wanted.input())) {
            throw taken(
                    run,
                    "A run \"%s\" is at work with another input.".formatted(run.name()),
                    "Choose another name, or watch it: penstock watch %s".formatted(run.name()));
        }
    }

    private String other(KnownRun run) {
        String own = wanted.target().spec().name();
        return run.pipeline().equals(own) ? "another version of " + own : "the pipeline " + run.pipeline();
    }

    private static InvalidInputException taken(KnownRun run, String message, String remedy) {
        return new InvalidInputException(Code.NAME_TAKEN, "--name " + run.name(), message, remedy);
    }
}
