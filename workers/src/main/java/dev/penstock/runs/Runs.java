package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Answer;
import dev.penstock.engine.RunStatus;
import dev.penstock.engine.Said;
import dev.penstock.interpreter.Controls;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunSummary;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The runs on one engine. */
public final class Runs {

    private final WorkflowClient client;
    private final Values values;
    private final boolean searchable;
    private final Starter starter;

    public Runs(WorkflowClient client, Values values, String queue, boolean searchable) {
        this.client = client;
        this.values = values;
        this.searchable = searchable;
        this.starter = new Starter(client, values, queue, searchable);
    }

    /** Starts a run; one of that name that is at work already is an error. */
    public void start(RunOrder order) {
        starter.start(order);
    }

    /** Waits until the run has ended. */
    public RunEnd result(String run) {
        try {
            Datum value = stub(run).getResult(Datum.class);
            return new RunEnd.Succeeded(Datum.of(values.load(value)));
        } catch (WorkflowFailedException e) {
            return Failures.read(e);
        }
    }

    /** How far the run is; also of one that has ended, as long as a worker is there. */
    public RunStatus status(String workflow) {
        return stub(workflow).query(Controls.STATUS, RunStatus.class);
    }

    /** What attempts at work in this workflow have said last, not in its children. */
    public List<Said> said(String workflow) {
        return new Hearing(client).of(workflow);
    }

    /** Gives an answer to an approval and tells what follows from it. */
    public String answer(String workflow, Answer answer) {
        return stub(workflow).update(Controls.ANSWER, String.class, answer);
    }

    /** Asks a run to end; its handlers for the end still run. */
    public void cancel(String run, String reason) {
        stub(run).cancel(reason);
    }

    /** Ends a run at once, without its handlers. */
    public void terminate(String run, String reason) {
        stub(run).terminate(reason);
        // The embedded server leaves the children of what is terminated at work.
        new History(client)
                .silentChildren(run).stream().filter(this::isAtWork).forEach(child -> terminateChild(child, reason));
    }

    private void terminateChild(String child, String reason) {
        try {
            terminate(child, reason);
        } catch (WorkflowNotFoundException e) {
            // Another server was faster: there it ends with its parent.
            return;
        }
    }

    /** The newest runs that the server knows; the embedded one cannot tell, so ask the records there. */
    public List<RunSummary> list(RunFilter filter) {
        return new Listing(client, searchable).list(filter);
    }

    /** The last run of this name; also of a child workflow. */
    public Optional<RunDescription> describe(String workflow) {
        return new Listing(client, searchable).describe(workflow);
    }

    /** What the last run of this name was given, if it is one of ours. */
    public Optional<JsonNode> input(String run) {
        return new History(client)
                .begin(run)
                .map(begin -> values.load(begin.request().input()));
    }

    /** The spec of the last run of this name, or a reference to it, if it is one of ours. */
    public Optional<Datum> spec(String run) {
        return new History(client).begin(run).map(History.Begin::spec);
    }

    /** What the steps of a run and its children have yielded until now, by path; nothing where there is no such run. */
    public Optional<SortedMap<String, Datum>> yielded(String run) {
        return new Doings(client, values, this).yielded(run);
    }

    public boolean isAtWork(String run) {
        return describe(run)
                .filter(found -> found.summary().outcome() == RunOutcome.AT_WORK)
                .isPresent();
    }

    /** The last run of this name with all that it has done; one at work is an {@link InvalidInputException}. */
    Optional<LastRun> last(String run) {
        return new Doings(client, values, this).last(run);
    }

    private WorkflowStub stub(String workflow) {
        return client.newUntypedWorkflowStub(workflow);
    }
}
