package dev.penstock.runs;

import dev.penstock.engine.Answer;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Part;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.RunStatus;
import dev.penstock.flow.FaultKind;
import dev.penstock.interpreter.Controls;
import dev.penstock.interpreter.Memos;
import dev.penstock.server.RunAttributes;
import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The runs on one engine. */
public final class Runs {

    /** A spec of this size still travels with the run. */
    private static final int MOST_INLINE_SPEC = 256 * 1024;

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
    @SuppressWarnings("ReferenceEquality") // To compare two specs takes longer than to write one.
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

    private WorkflowStub stub(String workflow) {
        return client.newUntypedWorkflowStub(workflow);
    }
}
