package dev.penstock.runs;

import dev.penstock.engine.Part;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.RunRequest;
import dev.penstock.interpreter.Memos;
import dev.penstock.server.RunAttributes;
import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Starts runs with everything that they carry and show. */
final class Starter {

    /** A spec of this size still travels with the run. */
    static final int MOST_INLINE_SPEC = 256 * 1024;

    private final WorkflowClient client;
    private final Values values;
    private final String queue;
    private final boolean searchable;
    private volatile @Nullable SentSpec last;

    Starter(WorkflowClient client, Values values, String queue, boolean searchable) {
        this.client = client;
        this.values = values;
        this.queue = queue;
        this.searchable = searchable;
    }

    void start(RunOrder order) {
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
                order.tracked() ? Optional.of(true) : Optional.empty(),
                order.generation(),
                order.limits(),
                order.earlierStarters());
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
}
