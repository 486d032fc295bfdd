package dev.penstock.cli.progress;

import dev.penstock.contract.Progress;
import dev.penstock.contract.ProgressLine;
import dev.penstock.engine.Listener;
import dev.penstock.engine.Said;
import dev.penstock.engine.StepStatus;
import dev.penstock.process.ProgressListener;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.Runs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows a run until it ends or somebody leaves; everything that shows happens in one thread. */
public final class Follower {

    private static final long TICK_MILLISECONDS = 100;

    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<RunEnd> end = new CompletableFuture<>();
    private final Map<String, StepStatus> known = new HashMap<>();
    private final Map<String, StepStatus> shown = new HashMap<>();
    private final Set<String> near = new HashSet<>();
    private final String run;
    private final Display display;
    private boolean left;
    private boolean paused;

    public Follower(String run, Display display) {
        this.run = run;
        this.display = display;
    }

    /** Hears what a worker of this process does for the run. */
    public Listener listener() {
        return (facts, status, value) -> {
            if (facts.run().equals(run)) {
                events.add(() -> show(status));
            }
        };
    }

    /** Hears what steps say that run in this process. */
    public ProgressListener progressListener() {
        return (told, path, attempt, progress) -> {
            if (told.equals(run)) {
                events.add(() -> {
                    near.add(path);
                    show(path, attempt, Bar.of(progress));
                });
            }
        };
    }

    /** What a step says that runs elsewhere; here it is heard at once, and this is older. */
    void hear(Said said) {
        if (!near.contains(said.path())) {
            Progress progress = ProgressLine.of(said.progress()).orElse(Progress.nothing());
            show(said.path(), said.attempt(), Bar.of(progress));
        }
    }

    private void show(String path, int attempt, String note) {
        StepStatus status = known.get(path);
        if (status == null || status.state().isEnd() || status.attempt() != attempt) {
            return;
        }
        StepStatus noted = status.noting(note);
        if (!noted.equals(shown.put(path, noted))) {
            display.step(noted);
        }
    }

    /** Lets something happen in the thread that follows. */
    public void post(Runnable event) {
        events.add(event);
    }

    /** Draws nothing until told otherwise, so that something else can be read. */
    public void pause(boolean quiet) {
        paused = quiet;
        if (quiet) {
            display.settle();
        }
    }

    /** Stops following; the run goes on. */
    public void leave() {
        left = true;
    }

    /** How the run has ended; nothing where somebody left before. */
    public Optional<RunEnd> follow(Runs runs, boolean asks) throws InterruptedException {
        Thread.ofVirtual().name("penstock-result").start(() -> await(runs, asks));
        if (asks) {
            Inquiry inquiry = new Inquiry(runs, run, end, this);
            Thread.ofVirtual().name("penstock-inquiry").start(inquiry::go);
        }
        while (!left && !(end.isDone() && events.isEmpty())) {
            Runnable event = events.poll(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
            if (event != null) {
                event.run();
            } else if (!paused) {
                display.tick();
            }
        }
        display.settle();
        return left && !end.isDone() ? Optional.empty() : Optional.of(ended());
    }

    private RunEnd ended() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void await(Runs runs, boolean asks) {
        try {
            RunEnd result = runs.result(run);
            if (asks) {
                Inquiry.status(runs, run)
                        .ifPresent(last -> post(() -> last.steps().forEach(this::show)));
            }
            end.complete(result);
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
        }
        // Wakes up the thread that follows.
        events.add(display::tick);
    }

    /** Shows what is new about a step; an answer may be older than what was heard meanwhile. */
    void show(StepStatus status) {
        StepStatus before = known.get(status.path());
        boolean older = before != null
                && (before.equals(status)
                        || status.attempt() < before.attempt()
                        || (before.state().isEnd() && !status.state().isEnd() && status.attempt() == before.attempt()));
        if (!older) {
            known.put(status.path(), status);
            shown.put(status.path(), status);
            display.step(status);
        }
    }

    public void say(String sentence) {
        display.say(sentence);
    }
}
