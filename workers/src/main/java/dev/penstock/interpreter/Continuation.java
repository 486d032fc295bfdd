package dev.penstock.interpreter;

import dev.penstock.engine.Messages;
import dev.penstock.engine.Task;
import dev.penstock.value.Datum;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import java.util.Map;
import java.util.TreeMap;

/** Lets a run go on in a new workflow with all that is done, when the history of this one has grown long. */
record Continuation(Execution run) {

    void go() {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(
                Workflow.getInfo().getWorkflowType(), options(), run.request().carrying(state()), run.spec());
    }

    /** What is done so far, by reference where it is much. */
    Datum state() {
        Datum state = Datum.of(Messages.encode(run.state().carried()));
        if (state.size() <= run.facts().limits().mostInline()) {
            return state;
        }
        return run.activities().store("store-state", new Task.Store(state)).get();
    }

    /** Temporal drops what is not said again. */
    private static ContinueAsNewOptions options() {
        Map<String, Object> memo = new TreeMap<>();
        for (String key : Memos.KEYS) {
            Object value = Workflow.getMemo(key, String.class);
            if (value != null) {
                memo.put(key, value);
            }
        }
        return ContinueAsNewOptions.newBuilder().setMemo(memo).build();
    }
}
