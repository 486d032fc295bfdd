package dev.penstock.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.fault.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;

/** Runs in MLflow, with what was measured in them. Everything may be done twice and is then there once. */
public final class Tracking implements AutoCloseable {

    private static final int MOST_METRICS = 1_000;
    private static final int MOST_OTHERS = 100;
    private static final String PROXIED = "mlflow-artifacts:/";
    private static final Duration PATIENCE_WITH_FILES = Duration.ofHours(1);

    private final Mlflow mlflow;
    private final Client client;
    private final Rest rest;
    private final ExperimentIds experiments;

    public Tracking(Mlflow mlflow) {
        this.mlflow = mlflow;
        this.client = new Client(mlflow);
        this.rest = new Rest(mlflow);
        this.experiments = new ExperimentIds(client);
    }

    public Mlflow mlflow() {
        return mlflow;
    }

    Client client() {
        return client;
    }

    Rest rest() {
        return rest;
    }

    /** Opens connections and learns what does not change, so that the first run waits for less. */
    public void warm(String experiment) throws InterruptedException {
        guarded(() -> {
            experiments.learn(experiment);
            return true;
        });
    }

    /** The run with this key, which is begun where it was not yet. */
    public TrackedRun begin(RunOutline outline) throws InterruptedException {
        return guarded(() -> {
            String experiment = experiments.of(outline.experiment());
            Optional<TrackedRun> known = oldest(experiment, outline.key());
            if (known.isEmpty()) {
                return create(experiment, outline);
            }
            // Whoever began it may not have known as much.
            if (!outline.tags().isEmpty()) {
                tags(known.get(), outline.tags());
            }
            return known.get();
        });
    }

    /** The run with this key, where it has begun. */
    public Optional<TrackedRun> find(String experiment, String key) throws InterruptedException {
        return guarded(() -> oldest(experiments.of(experiment), key));
    }

    /** The oldest, should there be several after a lost answer. */
    private Optional<TrackedRun> oldest(String experiment, String key) throws InterruptedException {
        return client
                .call(api -> api.searchRuns(
                                List.of(experiment),
                                Names.hasKey(key),
                                ViewType.ACTIVE_ONLY,
                                MOST_OTHERS,
                                List.of("attributes.start_time ASC"))
                        .getItems())
                .stream()
                .findFirst()
                .map(Tracking::tracked);
    }

    private static TrackedRun tracked(Run run) {
        return new TrackedRun(
                run.getInfo().getExperimentId(),
                run.getInfo().getRunId(),
                run.getInfo().getArtifactUri());
    }

    private TrackedRun create(String experiment, RunOutline outline) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("experiment_id", experiment);
        body.put("run_name", outline.name());
        body.put("start_time", Instant.now().toEpochMilli());
        ArrayNode tags = body.putArray("tags");
        tag(tags, Names.KEY, outline.key());
        outline.parent().ifPresent(parent -> tag(tags, "mlflow.parentRunId", parent));
        outline.tags().forEach((name, value) -> tag(tags, name, value));
        JsonNode info = rest.post("runs/create", body).path("run").path("info");
        return new TrackedRun(
                experiment,
                info.path("run_id").asText(),
                info.path("artifact_uri").asText());
    }

    static void tag(ArrayNode tags, String name, String value) {
        tags.addObject().put("key", name).put("value", Names.value(value));
    }

    /** Adds what is known of a run. */
    public void log(TrackedRun run, SortedMap<String, String> parameters, List<Measurement> metrics)
            throws InterruptedException {
        List<Param> params = parameters.entrySet().stream()
                .map(each -> Param.newBuilder()
                        .setKey(Names.of(each.getKey()))
                        .setValue(Names.value(each.getValue()))
                        .build())
                .toList();
        guarded(() -> {
            for (List<Param> some : parts(params, MOST_OTHERS)) {
                client.call(api -> {
                    api.logBatch(run.id(), List.of(), some, List.of());
                    return true;
                });
            }
            for (List<Measurement> some : parts(metrics, MOST_METRICS)) {
                List<Metric> batch = some.stream().map(Tracking::metric).toList();
                client.call(api -> {
                    api.logBatch(run.id(), batch, List.of(), List.of());
                    return true;
                });
            }
            return true;
        });
    }

    private static Metric metric(Measurement measured) {
        return Metric.newBuilder()
                .setKey(Names.of(measured.metric()))
                .setValue(measured.value())
                .setTimestamp(measured.at().toEpochMilli())
                .setStep(measured.step())
                .build();
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    public void tags(TrackedRun run, Map<String, String> tags) throws InterruptedException {
        List<RunTag> all = tags.entrySet().stream()
                .map(each -> RunTag.newBuilder()
                        .setKey(each.getKey())
                        .setValue(Names.value(each.getValue()))
                        .build())
                .toList();
        guarded(() -> client.call(api -> {
            api.logBatch(run.id(), List.of(), List.of(), all);
            return true;
        }));
    }

    /** Says which data the run has read. */
    public void inputs(TrackedRun run, List<DatasetInput> inputs) throws InterruptedException {
        if (inputs.isEmpty()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("run_id", run.id());
        ArrayNode datasets = body.putArray("datasets");
        for (DatasetInput input : inputs) {
            ObjectNode entry = datasets.addObject();
            tag(entry.putArray("tags"), "mlflow.data.context", input.use());
            entry.putObject("dataset")
                    .put("name", input.name())
                    .put("digest", shortened(input.digest()))
                    .put("source_type", "penstock")
                    .put(
                            "source",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("uri", input.source().toString())
                                    .put("digest", input.digest())
                                    .toString());
        }
        guarded(() -> client.call(api -> api.sendPost("runs/log-inputs", body.toString())));
    }

    /** MLflow takes 36 characters; the whole digest is in the source. */
    private static String shortened(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return hex.substring(0, Math.min(hex.length(), 36));
    }

    /** Copies a file or folder below the run's artifacts. */
    public void upload(TrackedRun run, String name, Path content) throws InterruptedException {
        if (!run.artifacts().startsWith(PROXIED)) {
            throw new IllegalArgumentException(
                    "MLflow keeps the files of this run itself in %s; start it with --artifacts-destination"
                            .formatted(run.artifacts()));
        }
        String folder = run.artifacts().substring(PROXIED.length());
        guarded(() -> {
            for (Path file : files(content)) {
                String below = content.relativize(file).toString().replace('\\', '/');
                String path = below.isEmpty() ? name : name + "/" + below;
                rest.store(folder + "/" + path, file, PATIENCE_WITH_FILES);
            }
            return true;
        });
    }

    private static List<Path> files(Path content) {
        try (Stream<Path> all = Files.walk(content)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a run, now. */
    public void end(TrackedRun run, RunState state) throws InterruptedException {
        guarded(() -> client.call(api -> {
            api.setTerminated(run.id(), state.status(), Instant.now().toEpochMilli());
            return true;
        }));
    }

    /** Work with MLflow whose failures a step can tell. */
    interface Asking<T> {
        T ask() throws InterruptedException;
    }

    <T> T guarded(Asking<T> asking) throws InterruptedException {
        try {
            return asking.ask();
        } catch (MlflowException e) {
            throw new FaultException(e.fault(mlflow), e);
        }
    }

    @Override
    public void close() {
        client.close();
        rest.close();
    }
}
