package dev.penstock.interpreter;

import dev.penstock.engine.CompiledPipeline;
import dev.penstock.engine.Library;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.store.BlobException;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/**
 * Reads what a workflow itself has to know and what is too big for its history. That is sound only because a digest
 * names what it reads: every replay reads the same.
 */
record Shelf(Library library, Activities activities) {

    CompiledPipeline pipeline(String digest, Datum spec) {
        if (Reference.of(spec).isPresent()) {
            check("read-spec", spec);
        }
        return again(() -> library.get(digest, spec));
    }

    Datum read(Datum value) {
        if (Reference.of(value).isEmpty()) {
            return value;
        }
        check("read-state", value);
        return again(() -> Datum.of(library.values().load(value)));
    }

    /** Fails the run with a clear sentence when the value is not there, which would only block it later. */
    private void check(String name, Datum value) {
        try {
            activities.store(name, new Task.Check(value)).get();
        } catch (ActivityFailure e) {
            Fault fault = Failures.fault(e);
            throw ApplicationFailure.newNonRetryableFailureWithCause(fault.message(), "PLATFORM", e);
        }
    }

    /** After the check only the store can fail: then the task is tried again, and the run is not touched. */
    private static <T> T again(Supplier<T> read) {
        try {
            return read.get();
        } catch (BlobException e) {
            throw new StoreOutOfReach(e);
        }
    }

    /** An error, since Temporal repeats a workflow task that ends in one. */
    static final class StoreOutOfReach extends Error {
        private static final long serialVersionUID = 1;

        StoreOutOfReach(BlobException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
