package dev.penstock.runs;

import dev.penstock.engine.Carried;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.RunRequest;
import dev.penstock.interpreter.Controls;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunOutcome;
import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out what a run has done, so that another can go on with it. */
record Doings(WorkflowClient client, Values values, Runs runs) {

    /** The last run of this name with all that it has done; one at work is an {@link InvalidInputException}. */
    Optional<LastRun> last(String run) {
        Optional<RunDescription> description = runs.describe(run);
        Optional<History.Begin> begin = description.flatMap(found -> new History(client).begin(run));
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        RunOutcome outcome = description.orElseThrow().summary().outcome();
        if (outcome == RunOutcome.AT_WORK) {
            throw atWork(run);
        }
        RunRequest request = begin.get().request();
        byte[] spec = Datum.of(values.load(begin.get().spec())).bytes();
        return Optional.of(new LastRun(
                run,
                Spec.parse(new String(spec, StandardCharsets.UTF_8), "the spec of the run \"%s\"".formatted(run)),
                values.load(request.input()),
                outcome,
                description.get().summary().build(),
                request.facts().applicationQueue(),
                request.facts().limits(),
                request.facts().generation(),
                request.facts().starters(),
                carried(run, outcome)));
    }

    Optional<SortedMap<String, Datum>> yielded(String run) {
        return runs.describe(run)
                .filter(found -> new History(client).begin(run).isPresent())
                .map(found -> {
                    SortedMap<String, Datum> yielded = new TreeMap<>();
                    carried(run, found.summary().outcome())
                            .done()
                            .forEach((path, done) -> yielded.put(path, done.value()));
                    return yielded;
                });
    }

    private Carried carried(String run, RunOutcome outcome) {
        Remains remains = new Remains(values);
        if (outcome == RunOutcome.FAILED || outcome == RunOutcome.REJECTED) {
            Optional<Datum> left = runs.result(run) instanceof RunEnd.Failed failed
                    ? failed.report().flatMap(FailureReport::carried)
                    : Optional.empty();
            if (left.isPresent()) {
                return withChildren(run, remains.flat(remains.read(left.get())), remains);
            }
        }
        try {
            return asked(run, remains);
        } catch (WorkflowServiceException e) {
            throw new InvalidInputException(
                    Code.NO_WORKER,
                    "run \"%s\"".formatted(run),
                    "No worker tells what it has done: %s.".formatted(e.getMessage()),
                    "Start one with penstock worker, and try again.");
        }
    }

    /** What a workflow and its children say when they are asked. */
    private Carried asked(String workflow, Remains remains) {
        Datum answer = client.newUntypedWorkflowStub(workflow).query(Controls.CARRIED, Datum.class);
        return withChildren(workflow, remains.flat(remains.read(answer)), remains);
    }

    /** The same with what those children have done that could not tell their parent. */
    private Carried withChildren(String workflow, Carried own, Remains remains) {
        Carried all = own;
        for (String child : new History(client).silentChildren(workflow)) {
            all = Remains.both(all, askedChild(child, remains));
        }
        return all;
    }

    private Carried askedChild(String workflow, Remains remains) {
        if (new History(client).begin(workflow).isEmpty()) {
            return Carried.nothing();
        }
        try {
            return asked(workflow, remains);
        } catch (WorkflowServiceException e) {
            // It has not begun, or it cannot tell: then it begins anew.
            return Carried.nothing();
        }
    }

    static InvalidInputException atWork(String run) {
        return new InvalidInputException(
                Code.RUN_AT_WORK,
                "run \"%s\"".formatted(run),
                "It has not ended yet.",
                "Wait for it with penstock watch %s, or end it with penstock cancel %s.".formatted(run, run));
    }
}
