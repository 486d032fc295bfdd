package dev.penstock.cli;

import dev.penstock.cli.connect.Connection;
import dev.penstock.cli.progress.Display;
import dev.penstock.cli.progress.Follower;
import dev.penstock.cli.progress.JsonDisplay;
import dev.penstock.cli.progress.LiveDisplay;
import dev.penstock.cli.progress.PlainDisplay;
import dev.penstock.cli.report.RunReports;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Listener;
import dev.penstock.process.ProgressListener;
import dev.penstock.runs.RunEnd;
import dev.penstock.spec.Spec;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows a run until it ends or the user leaves, and then how it ended. */
final class Following {

    private final Shell shell;
    private final Connection connection;
    private final String run;
    private final boolean json;
    private final Follower follower;
    private final RunReports reports;
    private Consumer<RunEnd> onEnd = end -> {};
    private Supplier<Optional<URI>> tracked = Optional::empty;

    Following(Shell shell, Connection connection, String run, boolean json) {
        this.shell = shell;
        this.connection = connection;
        this.run = run;
        this.json = json;
        this.follower = new Follower(run, display());
        this.reports = new RunReports(shell.home().reports(run), connection.values(), connection.artifacts());
    }

    private Display display() {
        InstantSource clock = InstantSource.system();
        if (json) {
            return new JsonDisplay(shell.out(), run, clock);
        }
        return shell.terminal()
                ? new LiveDisplay(shell.out(), shell.style(), clock, shell.width(), shell.height())
                : new PlainDisplay(shell.err(), shell.style(), clock);
    }

    /** What a worker of this process tells. */
    Listener listener() {
        Listener shown = follower.listener();
        return (facts, status, value) -> {
            shown.step(facts, status, value);
            if (facts.run().equals(run)) {
                reports.step(status, value);
            }
        };
    }

    /** The run is one of this spec. */
    Following of(Spec spec) {
        reports.of(spec);
        return this;
    }

    /** What steps say that run in this process. */
    ProgressListener progressListener() {
        return follower.progressListener();
    }

    /** Tells at the end where the run is tracked. */
    void trackedAt(Supplier<Optional<URI>> page) {
        tracked = page;
    }

    /** Does this with the end before anybody is told of it. */
    void onEnd(Consumer<RunEnd> action) {
        onEnd = action;
    }

    int follow(String state, boolean worksHere) throws InterruptedException {
        boolean durable = connection.abilities().durable();
        if (!json) {
            greet(state);
        }
        Instant since = Instant.now();
        CtrlC ctrlC = new CtrlC(shell, connection, run, follower, worksHere);
        Optional<RunEnd> end;
        Signals signals = Signals.on(List.of("INT", "TERM"), () -> follower.post(ctrlC::pressed));
        try {
            end = follower.follow(connection.runs(), durable);
        } catch (RuntimeException e) {
            return Lost.tell(e, run, shell);
        } finally {
            signals.close();
        }
        if (end.isEmpty()) {
            return ctrlC.left();
        }
        Duration took = Duration.between(since, Instant.now());
        onEnd.accept(end.get());
        return new EndReport(shell, run, took, whereToLook(end.get()), connection.savings(run, since), json)
                .tell(end.get());
    }

    private WhereToLook whereToLook(RunEnd end) throws InterruptedException {
        if (end instanceof RunEnd.Failed failed) {
            failed.report().map(FailureReport::failure).ifPresent(reports::rejected);
        }
        return new WhereToLook(connection.page(run), tracked.get(), reports.await());
    }

    private void greet(String state) {
        PrintStream where = shell.terminal() ? shell.out() : shell.err();
        where.println("%s %s (%s)"
                .formatted(shell.style().bold(run), state, connection.engine().words()));
        connection.page(run).ifPresent(page -> where.println(page.toString()));
        where.flush();
    }
}
