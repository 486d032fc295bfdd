package dev.penstock.interpreter;

import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A command that may be taken back. One that is taken back in the same workflow task in which it was issued leaves no
 * event; when the end of a local activity was the reason, a replay meets the events in another order than the commands
 * and fails. So it is taken back in the next task.
 */
final class Revocable {

    private final Place.Cancellation own;
    private long issuedIn = -1;

    Revocable(Place.Cancellation surroundings) {
        this.own = surroundings.inside();
    }

    <T> Promise<T> issue(Supplier<Promise<T>> command) {
        issuedIn = task();
        return own.issue(command);
    }

    void revoke(String reason) {
        if (task() != issuedIn) {
            own.cancel(reason);
            return;
        }
        Workflow.newTimer(Duration.ofMillis(1)).handle((nothing, failure) -> {
            own.cancel(reason);
            return null;
        });
    }

    private static long task() {
        return Workflow.getInfo().getHistoryLength();
    }
}
