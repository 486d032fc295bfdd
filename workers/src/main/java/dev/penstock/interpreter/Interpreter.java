package dev.penstock.interpreter;

import dev.penstock.engine.Library;
import dev.penstock.engine.Listener;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.Script;
import dev.penstock.value.Datum;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.DynamicWorkflow;

/** The one workflow behind all pipelines; its type, as Temporal shows it, is the name of the pipeline. */
public final class Interpreter implements DynamicWorkflow {

    private final Library library;
    private final Listener listener;
    private final Script script;

    public Interpreter(Library library, Listener listener, Script script) {
        this.library = library;
        this.listener = listener;
        this.script = script;
    }

    @Override
    public Object execute(EncodedValues arguments) {
        try {
            RunRequest request = arguments.get(0, RunRequest.class);
            return new Execution(library, listener, script, request, arguments.get(1, Datum.class)).run();
        } catch (TemporalFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // What escapes otherwise makes the server repeat the workflow task for ever.
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    "A fault of Penstock stopped the run: %s. What is done is kept; please report it.".formatted(e),
                    "INTERNAL",
                    e);
        }
    }
}
