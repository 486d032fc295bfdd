package dev.penstock.interpreter;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Consumer;

/** A wait that ends when its time is up, when its graph fails, or when it is cancelled. */
final class Waiting {

    private final Execution run;
    private final Place place;
    private final Duration time;
    private final String summary;
    private final Revocable own;
    private boolean over;

    enum End {
        ELAPSED,
        STOPPED,
        CANCELLED
    }

    Waiting(Execution run, Place place, Duration time, String summary) {
        this.run = run;
        this.place = place;
        this.time = time;
        this.summary = summary;
        this.own = new Revocable(place.cancellation());
    }

    void start(Consumer<End> end) {
        if (place.stop().isStopped()) {
            over = true;
            run.agenda().post(() -> end.accept(End.STOPPED));
            return;
        }
        place.stop().onStop(() -> finish(End.STOPPED, end));
        TimerOptions options =
                TimerOptions.newBuilder().setSummary(Summary.of(summary)).build();
        own.issue(() -> Workflow.newTimer(time.isNegative() ? Duration.ZERO : time, options))
                .handle((nothing, failure) -> {
                    finish(failure == null ? End.ELAPSED : End.CANCELLED, end);
                    return null;
                });
    }

    /** Ends it without telling anybody. */
    void abandon() {
        if (!over) {
            over = true;
            own.revoke("no longer needed");
        }
    }

    private void finish(End how, Consumer<End> end) {
        if (over) {
            return;
        }
        over = true;
        if (how == End.STOPPED) {
            own.revoke("another step failed");
        }
        run.agenda().post(() -> end.accept(how));
    }

    static Fault cancelled() {
        return Fault.of(FaultKind.CANCELLED, "It was cancelled.");
    }
}
