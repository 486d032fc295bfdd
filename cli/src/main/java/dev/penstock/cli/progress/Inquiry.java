package dev.penstock.cli.progress;

import dev.penstock.engine.RunStatus;
import dev.penstock.engine.Said;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a run, and the child workflows at work for it, again and again how far they are. */
final class Inquiry {

    private static final long PAUSE_MILLISECONDS = 700;
    private static final int MOST_CHILDREN = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runs runs;
    private final String run;
    private final CompletableFuture<RunEnd> end;
    private final Follower follower;
    private final Instant began = Instant.now();
    private boolean answered;
    private boolean complained;

    Inquiry(Runs runs, String run, CompletableFuture<RunEnd> end, Follower follower) {
        this.runs = runs;
        this.run = run;
        this.end = end;
        this.follower = follower;
    }

    void go() {
        while (!isOver()) {
            Set<String> asked = new LinkedHashSet<>();
            ask(run, asked);
            if (!answered && !complained && Instant.now().isAfter(began.plus(PATIENCE))) {
                complained = true;
                follower.post(
                        () -> follower.say("No worker has taken the run up yet; \"penstock worker\" starts one."));
            }
        }
    }

    private boolean isOver() {
        try {
            end.get(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void ask(String workflow, Set<String> asked) {
        if (!asked.add(workflow) || asked.size() > MOST_CHILDREN) {
            return;
        }
        Optional<RunStatus> status = status(runs, workflow);
        status.ifPresent(found -> {
            answered = true;
            follower.post(() -> found.steps().forEach(follower::show));
            if (found.steps().stream().anyMatch(Inquiry::mayTell)) {
                hear(workflow);
            }
            found.steps().stream()
                    .filter(step -> !step.state().isEnd())
                    .map(StepStatus::workflow)
                    .flatMap(Optional::stream)
                    .forEach(child -> ask(child, asked));
        });
    }

    private static boolean mayTell(StepStatus step) {
        return step.state() == StepState.RUNNING && step.workflow().isEmpty();
    }

    private void hear(String workflow) {
        try {
            List<Said> said = runs.said(workflow);
            follower.post(() -> said.forEach(follower::hear));
        } catch (RuntimeException e) {
            // The server is out of reach for a moment; it is asked again soon.
            return;
        }
    }

    static Optional<RunStatus> status(Runs runs, String workflow) {
        try {
            return Optional.of(runs.status(workflow));
        } catch (RuntimeException e) {
            // No worker at the moment, or a workflow that is none of ours.
            return Optional.empty();
        }
    }
}
