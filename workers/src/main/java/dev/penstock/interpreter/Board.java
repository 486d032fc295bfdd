package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.Kinds;
import dev.penstock.engine.Listener;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.RunStatus;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Keeps what a person can see of the steps, and tells those who listen. */
final class Board {

    private static final int MOST_ANSWERED = 1_000;

    private final RunFacts run;
    private final Listener listener;
    private final SequencedMap<String, StepStatus> steps = new LinkedHashMap<>();
    private final int size;
    private final Instant since;
    private String phase = "";
    private @Nullable StepFailure failure;
    private long published;
    private boolean changed;
    private long begun;

    Board(RunFacts run, Listener listener, int size, Instant since) {
        this.run = run;
        this.listener = listener;
        this.size = size;
        this.since = since;
    }

    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    /** A step begins an attempt, or begins to wait. */
    void begins(Node node, String path, StepState state, int attempt, String note, Optional<String> workflow) {
        StepStatus before = steps.get(path);
        Instant from = before == null ? now() : before.from();
        put(
                new StepStatus(
                        path, node.name(), Kinds.of(node), state, attempt, from, Optional.empty(), note, workflow),
                Optional.empty());
    }

    void changes(String path, StepState state, String note) {
        StepStatus before = steps.get(path);
        if (before != null) {
            put(
                    new StepStatus(
                            path,
                            before.name(),
                            before.kind(),
                            state,
                            before.attempt(),
                            before.from(),
                            Optional.empty(),
                            note,
                            before.workflow()),
                    Optional.empty());
        }
    }

    void ends(Node node, String path, StepState state, int attempt, String note, Optional<Datum> value) {
        StepStatus before = steps.get(path);
        Instant now = now();
        put(
                new StepStatus(
                        path,
                        node.name(),
                        Kinds.of(node),
                        state,
                        Math.max(attempt, before == null ? 0 : before.attempt()),
                        before == null ? now : before.from(),
                        Optional.of(now),
                        note.isEmpty() && before != null ? before.note() : note,
                        before == null ? Optional.empty() : before.workflow()),
                value);
    }

    /** A step whose result an earlier workflow or run has left. */
    void reused(Node node, String path, Carried.Done done, boolean sameRun) {
        put(
                new StepStatus(
                        path,
                        node.name(),
                        Kinds.of(node),
                        sameRun ? StepState.SUCCEEDED : StepState.REUSED,
                        done.attempts(),
                        done.from(),
                        Optional.of(done.to()),
                        "",
                        Optional.empty()),
                Optional.of(done.value()));
    }

    void phase(String words, @Nullable StepFailure because) {
        phase = words;
        failure = because;
        publish();
    }

    private void put(StepStatus status, Optional<Datum> value) {
        if (steps.put(status.path(), status) == null && !status.path().contains("/")) {
            begun++;
        }
        changed = true;
        if (!WorkflowUnsafe.isReplaying()) {
            listener.step(run, status, value);
        }
    }

    RunStatus status() {
        List<StepStatus> last = steps.sequencedValues().reversed().stream()
                .limit(MOST_ANSWERED)
                .toList()
                .reversed();
        return new RunStatus(since, last, steps.size(), Math.max(0, size - begun), phase, Optional.ofNullable(failure));
    }

    /** Whether what Temporal's UI shows is no longer true. */
    boolean isChanged() {
        return changed;
    }

    /** Whether it was not true for a while, in a workflow task that takes long. */
    boolean isStale() {
        return changed && Workflow.currentTimeMillis() - published >= 500;
    }

    /** Shows the steps in Temporal's UI. */
    void publish() {
        changed = false;
        published = Workflow.currentTimeMillis();
        Workflow.setCurrentDetails(new Details(status()).markdown());
    }
}
