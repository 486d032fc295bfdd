package dev.penstock.server;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The smallest workflow that uses a server: every attribute of runs and a timer. */
@WorkflowInterface
public interface Greetings {

    @WorkflowMethod
    String greet();

    final class Greeter implements Greetings {

        @Override
        public String greet() {
            Workflow.upsertTypedSearchAttributes(RunAttributes.OUTCOME.valueSet("succeeded"));
            Workflow.sleep(Duration.ofMillis(10));
            return "greeted";
        }
    }

    /** Runs it with a worker of its own, which has ended when this returns. */
    static String run(Engine engine) {
        WorkflowClient client = engine.client(
                WorkflowClientOptions.newBuilder().setIdentity("test").build());
        WorkerFactory workers = WorkerFactory.newInstance(client);
        workers.newWorker("greetings").registerWorkflowImplementationTypes(Greeter.class);
        workers.start();
        try {
            return client.newWorkflowStub(
                            Greetings.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("greetings")
                                    .setTypedSearchAttributes(attributes())
                                    .setWorkflowRunTimeout(Duration.ofSeconds(30))
                                    .build())
                    .greet();
        } finally {
            workers.shutdownNow();
            workers.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private static SearchAttributes attributes() {
        return SearchAttributes.newBuilder()
                .set(RunAttributes.PIPELINE, "iris")
                .set(RunAttributes.SPEC, "2c26b46b68ff")
                .set(RunAttributes.TRIGGER, "cli")
                .set(RunAttributes.OWNER, "ada")
                .set(RunAttributes.MODEL, List.of("iris-1", "iris-2"))
                .set(RunAttributes.COST, 1.25)
                .build();
    }
}
