package dev.penstock.testing.run;

import dev.penstock.engine.Script;
import dev.penstock.function.Code;
import dev.penstock.function.Services;
import dev.penstock.host.Doubles;
import dev.penstock.host.Payloads;
import dev.penstock.host.WorkerHost;
import dev.penstock.host.WorkerSettings;
import dev.penstock.spec.Spec;
import dev.penstock.store.BlobStore;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads histories with the interpreter as it is now. */
final class Replayer implements AutoCloseable {

    /** Temporal says it in the message, and nowhere else. */
    private static final Pattern MISMATCH = Pattern.compile("\\[TMPRL1100](.*?)(?=\\s+at io\\.)", Pattern.DOTALL);

    private static final String STALLED = "PotentialDeadlock";

    private final TestWorkflowEnvironment environment;
    private final WorkerHost host;

    Replayer(BlobStore blobs, Script script) {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build());
        Code none = new Code(Replayer.class.getClassLoader(), "replay");
        host = WorkerHost.join(
                environment.getWorkerFactory(),
                WorkerSettings.of(new Values(blobs), none, Services.none()).testing(script, Doubles.none()));
    }

    /** Lets the interpreter take another spec for the one of this digest. */
    void pretend(String digest, Spec spec) {
        host.library().add(digest, spec);
    }

    /** How the interpreter would have done otherwise; nothing where it does the same. */
    Optional<String> mismatch(WorkflowExecutionHistory history) {
        Optional<String> found = replay(history);
        // A machine that stands still for seconds tells nothing about the history.
        return found.filter(words -> words.contains(STALLED)).isPresent() ? replay(history) : found;
    }

    private Optional<String> replay(WorkflowExecutionHistory history) {
        try {
            WorkflowReplayer.replayWorkflowExecution(history, host.worker());
            return Optional.empty();
        } catch (Exception e) {
            String message = String.valueOf(e.getMessage());
            Matcher mismatch = MISMATCH.matcher(message);
            return Optional.of(mismatch.find() ? mismatch.group(1).replaceAll("\\s+", " ") : message);
        }
    }

    @Override
    public void close() {
        environment.close();
        host.close();
    }
}
