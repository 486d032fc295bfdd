package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Task;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import dev.penstock.value.Datum;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lets a run go on in a new workflow with all that is done, when the history of this one has grown long. */
record Continuation(Execution run) {

    void go() {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(
                Workflow.getInfo().getWorkflowType(), options(), run.request().carrying(state()), run.spec());
    }

    /** What is done so far, by reference where it is much. */
    private Datum state() {
        return kept(run.state().carried());
    }

    /** The same for another attempt at it, which a failed workflow leaves. */
    Datum left() {
        SortedSet<String> handlers = new TreeSet<>();
        run.pipeline().spec().onFailure().ifPresent(graph -> names(graph, handlers));
        run.pipeline().spec().lastly().ifPresent(graph -> names(graph, handlers));
        return kept(run.state().left(path -> handlers.contains(step(path))));
    }

    private static void names(Graph graph, SortedSet<String> into) {
        for (Node node : graph.nodes()) {
            into.add(node.name());
            References.bodies(node).forEach(body -> names(body, into));
        }
    }

    /** The step of the pipeline's own graph that this path leads to or into. */
    private String step(String path) {
        String inside = path.substring(run.request().prefix().length());
        return inside.split("[/\\[]", 2)[0];
    }

    private Datum kept(Carried carried) {
        Datum state = Datum.of(Messages.encode(carried));
        if (state.size() <= run.facts().limits().mostInline()) {
            return state;
        }
        return run.activities().store("store-state", new Task.Shelve(state)).get();
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
