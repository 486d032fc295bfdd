package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.connect.Tools;
import dev.penstock.cli.output.Json;
import dev.penstock.engine.Listener;
import dev.penstock.host.WorkerHost;
import dev.penstock.record.Recorder;
import dev.penstock.runs.RunOrder;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.time.Instant;
import java.util.Optional;

/** Starts a run, or joins the one of its name that is at work already. */
record Launch(Shell shell, Connection connection, RunOrder order, boolean joins, boolean json) {

    int andLeave() {
        boolean started = start();
        shell.out()
                .println(
                        json
                                ? Json.line(new Left(order.name(), started ? "started" : "at-work"))
                                : "%s %s. Follow it with: penstock watch %s"
                                        .formatted(
                                                order.name(),
                                                started ? "has started" : "is at work already",
                                                order.name()));
        return ExitCode.DONE;
    }

    private record Left(String run, String state) {}

    int andFollow(Optional<Tools> tools) throws InterruptedException {
        Following following = new Following(shell, connection, order.name(), json).of(order.spec());
        tools.filter(there -> order.tracked())
                .map(Tools::experiments)
                .ifPresent(experiments ->
                        following.trackedAt(() -> experiments.page(order.spec().name(), order.name())));
        if (tools.isEmpty()) {
            return following.follow(words(start()), false);
        }
        if (!connection.leavesOnlyRecords()) {
            return working(tools.get(), following.listener(), following);
        }
        try (Recorder recorder = new Recorder(connection.records())) {
            recorder.begin(order.header(connection.values(), connection.engine().words(), Instant.now()));
            following.onEnd(end -> recorder.end(order.name(), end.event(connection.values(), Instant.now())));
            Listener both = (run, status, value) -> {
                recorder.step(run, status, value);
                following.listener().step(run, status, value);
            };
            return working(tools.get(), both, following);
        }
    }

    /** Where this process works already. */
    int andFollow(Following following) throws InterruptedException {
        return following.of(order.spec()).follow(words(start()), true);
    }

    private int working(Tools tools, Listener listener, Following following) throws InterruptedException {
        WorkerHost host = connection.work(tools, listener, following.progressListener());
        try {
            return following.follow(words(start()), true);
        } finally {
            if (connection.abilities().durable()) {
                host.close();
            } else {
                host.end();
            }
        }
    }

    private static String words(boolean started) {
        return started ? "runs" : "is at work already; following it";
    }

    /** Whether it was started now. */
    private boolean start() {
        if (joins) {
            return false;
        }
        try {
            connection.runs().start(order);
            return true;
        } catch (WorkflowExecutionAlreadyStarted e) {
            // Another process was faster with the same name.
            new Namesake(connection).require(order);
            return false;
        }
    }
}
