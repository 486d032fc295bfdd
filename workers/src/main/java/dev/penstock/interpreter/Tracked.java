package dev.penstock.interpreter;

import dev.penstock.engine.RunFacts;
import dev.penstock.engine.Task;
import dev.penstock.value.Datum;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Optional;

/** Tells a tracker when a run begins and how it ends; a run does not fail for it. */
final class Tracked {

    private static final String BEGIN = "begin tracking";

    private final RunFacts facts;
    private final Activities activities;
    private final boolean tells;
    private Promise<Datum> begun = Workflow.newPromise(Execution.NOTHING);

    /**
     * @param whole whether the workflow is the run itself and not a part of it
     */
    Tracked(RunFacts facts, Activities activities, boolean whole) {
        this.facts = facts;
        this.activities = activities;
        this.tells = whole && facts.tracked().orElse(false);
    }

    /** Steps do not wait for it. */
    void begin(Datum input) {
        if (!tells) {
            return;
        }
        Task task = new Task.BeginTracking(facts, input);
        Workflow.newDetachedCancellationScope(
                        () -> begun = holdsUpSteps() ? activities.store(BEGIN, task) : activities.aside(BEGIN, task))
                .run();
    }

    /** As in runs that began before it was changed: a workflow task does not end before its local activities. */
    private static boolean holdsUpSteps() {
        return Workflow.getVersion("begin-tracking-aside", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION;
    }

    void end(String outcome, Optional<Datum> value, Instant since) {
        if (!tells) {
            return;
        }
        Workflow.newDetachedCancellationScope(() -> {
                    awaitBegin();
                    try {
                        activities
                                .store("end tracking", new Task.EndTracking(facts, outcome, value, Optional.of(since)))
                                .get();
                    } catch (ActivityFailure e) {
                        Workflow.getLogger(Tracked.class).warn("The end of {} is not tracked", facts.run(), e);
                    }
                })
                .run();
    }

    private void awaitBegin() {
        try {
            begun.get();
        } catch (ActivityFailure e) {
            Workflow.getLogger(Tracked.class).warn("The beginning of {} is not tracked", facts.run(), e);
        }
    }
}
