package dev.penstock.interpreter;

import dev.penstock.engine.Scope;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Where a graph runs: what its expressions see, the path of its steps, and what stops or cancels it.
 *
 * @param item what tells this pass through a map's body from the others, for people; empty elsewhere
 */
record Place(Scope scope, String prefix, String item, Stop stop, Cancellation cancellation) {

    String path(String step) {
        return prefix + step;
    }

    /** The body of a step that runs once. */
    Place inside() {
        return new Place(scope.inside(), prefix, item, stop.inside(), cancellation);
    }

    /** One pass through the body of a map or loop. */
    Place pass(Scope values, String passPrefix, String passItem) {
        return new Place(values, passPrefix, passItem, stop.inside(), cancellation);
    }

    Place cancelledBy(Cancellation own) {
        return new Place(scope, prefix, item, stop, own);
    }

    /** Commands that are cancelled together. */
    static final class Cancellation {

        private final Deque<Runnable> next = new ArrayDeque<>();
        private final CancellationScope scope;

        private Cancellation(boolean detached) {
            Runnable work = () -> next.remove().run();
            this.scope = detached ? Workflow.newDetachedCancellationScope(work) : Workflow.newCancellationScope(work);
            // Asked for once, so that the scope stays with its parent although it runs many times.
            scope.getCancellationRequest();
        }

        /** Cancelled with its surroundings. */
        static Cancellation here() {
            return new Cancellation(false);
        }

        /** Cancelled by nothing, for what has to be done in any case. */
        static Cancellation never() {
            return new Cancellation(true);
        }

        /** Cancelled with this, or alone. */
        Cancellation inside() {
            Deque<Cancellation> made = new ArrayDeque<>();
            run(() -> made.add(here()));
            return made.remove();
        }

        void run(Runnable commands) {
            next.add(commands);
            scope.run();
        }

        <T> Promise<T> issue(Supplier<Promise<T>> command) {
            Deque<Promise<T>> issued = new ArrayDeque<>();
            run(() -> issued.add(command.get()));
            return issued.remove();
        }

        void cancel(String reason) {
            scope.cancel(reason);
        }

        boolean isCancelled() {
            return scope.isCancelRequested();
        }

        Promise<String> requested() {
            return scope.getCancellationRequest();
        }
    }
}
