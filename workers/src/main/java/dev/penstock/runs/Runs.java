package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Answer;
import dev.penstock.engine.Carried;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Part;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.RunStatus;
import dev.penstock.flow.FaultKind;
import dev.penstock.interpreter.Controls;
import dev.penstock.interpreter.Memos;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunSummary;
import dev.penstock.server.RunAttributes;
import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The runs on one engine. */
public final class Runs {

    /** A spec of this size still travels with the run. */
    static final int MOST_INLINE_SPEC = 256 * 1024;

    private final WorkflowClient client;
    private final Values values;
    private final String queue;
    private final boolean searchable;
    private volatile @Nullable SentSpec last;

    public Runs(WorkflowClient client, Values values, String queue, boolean searchable) {
        this.client = client;
        this.values = values;
        this.queue = queue;
        this.searchable = searchable;
    }

    /** Starts a run; one of that name that is at work already is an error. */
    public void start(RunOrder order) {
        SentSpec sent = sent(order.spec());
        RunFacts facts = new RunFacts(
                order.name(),
                order.spec().name(),
                sent.digest(),
                order.startedBy(),
                order.trigger(),
                order.spec().pipeline().settings().owner(),
                order.applicationQueue(),
                searchable,
                order.generation(),
                order.limits());
        RunRequest request = new RunRequest(
                facts,
                new Part.Whole(List.of()),
                "",
                values.withMostInline(order.limits().mostInline()).keep(order.input()),
                order.carried());
        client.newUntypedWorkflowStub(facts.pipeline(), options(order, facts)).start(request, sent.json());
    }

    /** To write a big spec takes as long as to run a hundred of its steps, and the same is often started again. */
    @SuppressWarnings("ReferenceEquality") // Whether equal specs are equal takes longer to find out than to write one.
    private SentSpec sent(Spec spec) {
        SentSpec before = last;
        if (before != null && before.spec() == spec) {
            return before;
        }
        Datum json = Datum.of(spec.toTree());
        SentSpec sent = new SentSpec(spec, spec.digest(), json.size() > MOST_INLINE_SPEC ? values.store(json) : json);
        last = sent;
        return sent;
    }

    private record SentSpec(Spec spec, String digest, Datum json) {}

    private WorkflowOptions options(RunOrder order, RunFacts facts) {
        WorkflowOptions.Builder options = WorkflowOptions.newBuilder()
                .setTaskQueue(queue)
                .setWorkflowId(order.name())
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setMemo(memo(order, facts));
        order.spec().pipeline().settings().description().ifPresent(options::setStaticSummary);
        if (searchable) {
            options.setTypedSearchAttributes(attributes(facts));
        }
        return options.build();
    }

    private static Map<String, Object> memo(RunOrder order, RunFacts facts) {
        Map<String, Object> memo = new TreeMap<>();
        memo.put(Memos.PIPELINE, facts.pipeline());
        memo.put(Memos.DIGEST, facts.digest());
        memo.put(Memos.STARTED_BY, facts.startedBy());
        memo.put(Memos.TRIGGER, facts.trigger());
        memo.put(Memos.BUILD, order.build());
        return memo;
    }

    private static SearchAttributes attributes(RunFacts facts) {
        SearchAttributes.Builder attributes = SearchAttributes.newBuilder()
                .set(RunAttributes.PIPELINE, facts.pipeline())
                .set(RunAttributes.SPEC, facts.digest())
                .set(RunAttributes.TRIGGER, facts.trigger());
        facts.owner().ifPresent(owner -> attributes.set(RunAttributes.OWNER, owner));
        return attributes.build();
    }

    /** Waits until the run has ended. */
    public RunEnd result(String run) {
        try {
            Datum value = stub(run).getResult(Datum.class);
            return new RunEnd.Succeeded(Datum.of(values.load(value)));
        } catch (WorkflowFailedException e) {
            return failed(e);
        }
    }

    private static RunEnd failed(WorkflowFailedException failure) {
        return switch (failure.getCause()) {
            case ApplicationFailure cause -> {
                Optional<FailureReport> report = report(cause.getDetails());
                FaultKind kind = report.map(left -> left.failure().kind()).orElse(FaultKind.PLATFORM);
                yield new RunEnd.Failed(kind, String.valueOf(cause.getOriginalMessage()), report);
            }
            case CanceledFailure cause -> new RunEnd.Failed(FaultKind.CANCELLED, "It was cancelled.", Optional.empty());
            case TerminatedFailure cause ->
                new RunEnd.Failed(FaultKind.CANCELLED, "It was terminated.", Optional.empty());
            case null -> new RunEnd.Failed(FaultKind.PLATFORM, String.valueOf(failure.getMessage()), Optional.empty());
            default ->
                new RunEnd.Failed(
                        FaultKind.PLATFORM, String.valueOf(failure.getCause().getMessage()), Optional.empty());
        };
    }

    private static Optional<FailureReport> report(io.temporal.common.converter.Values details) {
        if (details == null || details.getSize() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(details.get(0, FailureReport.class));
        } catch (RuntimeException e) {
            // A failure that is none of ours.
            return Optional.empty();
        }
    }

    /** How far the run is; also of one that has ended, as long as a worker is there. */
    public RunStatus status(String workflow) {
        return stub(workflow).query(Controls.STATUS, RunStatus.class);
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

    public boolean isAtWork(String run) {
        return describe(run)
                .filter(found -> found.summary().outcome() == RunOutcome.AT_WORK)
                .isPresent();
    }

    /** The last run of this name with all that it has done; one at work is an {@link InvalidInputException}. */
    Optional<LastRun> last(String run) {
        Optional<RunDescription> description = describe(run);
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
                carried(run, outcome)));
    }

    private Carried carried(String run, RunOutcome outcome) {
        Remains remains = new Remains(values);
        if (outcome == RunOutcome.FAILED || outcome == RunOutcome.REJECTED) {
            Optional<Datum> left = result(run) instanceof RunEnd.Failed failed
                    ? failed.report().flatMap(FailureReport::carried)
                    : Optional.empty();
            if (left.isPresent()) {
                return remains.flat(remains.read(left.get()));
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
        Carried all = remains.flat(stub(workflow).query(Controls.CARRIED, Carried.class));
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

    private WorkflowStub stub(String workflow) {
        return client.newUntypedWorkflowStub(workflow);
    }
}
