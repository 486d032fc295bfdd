package dev.penstock.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

/**
 * MLflow's own client, with what it lacks: an end to waiting, and errors that can be told apart.
 *
 * <p>It sends what fails three times at once, so only what may be sent twice goes this way.
 */
final class Client implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    /** Held here, or its level would be forgotten; the client tells of each try, and its last one is ours to tell. */
    private static final Logger CHATTER = Logger.getLogger("org.mlflow_project.apachehttp");

    static {
        CHATTER.setLevel(Level.WARNING);
    }

    private final Mlflow mlflow;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mlflow-", 0).factory());

    private final Queue<MlflowClient> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    Client(Mlflow mlflow) {
        this.mlflow = mlflow;
    }

    /** A client for each call at a time: one lets only two requests go at once. */
    <T> T call(Function<MlflowClient, T> call) throws InterruptedException {
        Future<T> answer = threads.submit(() -> {
            MlflowClient client = idle();
            T given;
            try {
                given = call.apply(client);
            } catch (RuntimeException | Error e) {
                client.close();
                throw e;
            }
            idle.add(client);
            if (closed) {
                closeIdle();
            }
            return given;
        });
        try {
            return answer.get(mlflow.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw MlflowException.silent(
                    mlflow.address(),
                    "no answer within %s s".formatted(mlflow.patience().toSeconds()),
                    e);
        } catch (ExecutionException e) {
            throw told(e);
        } finally {
            answer.cancel(true);
        }
    }

    private MlflowClient idle() {
        MlflowClient before = idle.poll();
        return before != null
                ? before
                : new MlflowClient(
                        mlflow.credentials().forClient(mlflow.address().toString()));
    }

    private RuntimeException told(ExecutionException failure) {
        if (failure.getCause() instanceof MlflowHttpException refusal) {
            JsonNode body = json(refusal.getBodyMessage());
            return MlflowException.refused(
                    refusal.getStatusCode(),
                    body.path("error_code").asText(""),
                    body.path("message").asText(refusal.getReasonPhrase()));
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return MlflowException.silent(mlflow.address(), String.valueOf(root.getMessage()), failure);
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? MissingNode.getInstance() : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        closeIdle();
    }

    private void closeIdle() {
        for (MlflowClient client = idle.poll(); client != null; client = idle.poll()) {
            client.close();
        }
    }
}
