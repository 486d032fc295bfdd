package dev.penstock.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.artifact.Model;
import dev.penstock.cache.Savings;
import dev.penstock.flow.Approved;
import dev.penstock.function.CallContext;
import dev.penstock.mlflow.Credentials;
import dev.penstock.mlflow.Mlflow;
import dev.penstock.mlflow.MlflowServer;
import dev.penstock.mlflow.Tracking;
import dev.penstock.model.ModelVersion;
import dev.penstock.store.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;

@ExtendWith(MlflowServer.class)
final class MlflowTrackerIT {

    private static final RunNote MONDAY = new RunNote("monday", "iris", "sha256:1", "ada", "command");

    private final URI address = MlflowServer.address();

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }

    @Test
    void keepsARunWithItsAttemptsBelow() throws Exception {
        try (Tracking tracking = new Tracking(Mlflow.at(address, new Credentials.None()))) {
            MlflowTracker tracker = new MlflowTracker(tracking, InstantSource.system(), Optional.of("c0ffee"));
            tracker.begin(MONDAY, json("{\"depths\":[2,4],\"minAccuracy\":0.9}"));
            TreeMap<String, JsonNode> inputs = new TreeMap<>();
            inputs.put("depth", json("4"));
            inputs.put("train", json("{\"uri\":\"file:///x\",\"digest\":\"sha256:%s\"}".formatted("a".repeat(64))));
            Tracker.Attempt attempt = tracker.attempt(new StepNote("monday", "iris", "depths[0]/train", 2, inputs));
            attempt.progress(json("{\"fraction\":0.5,\"step\":1,\"metrics\":{\"loss\":0.5}}"));
            attempt.progress(json("{\"fraction\":1,\"step\":2,\"metrics\":{\"loss\":0.25}}"));
            attempt.end(Ending.SUCCEEDED, json("{\"accuracy\":0.93}"));
            tracker.end(
                    MONDAY,
                    new RunResult(
                            Ending.FAILED,
                            json("{\"best\":{\"accuracy\":0.9}}"),
                            new Savings(3, 1, Duration.ofMinutes(2), Duration.ofMinutes(4))));
        }
        List<Run> runs = runs("iris");
        assertThat(runs).hasSize(2);
        Run parent = named(runs, "monday");
        Run step = named(runs, "depths[0]/train (attempt 2)");
        assertThat(parent.getInfo().getStatus()).isEqualTo(RunStatus.FAILED);
        assertThat(parent.getData().getParamsList().stream().collect(Collectors.toMap(Param::getKey, Param::getValue)))
                .containsEntry("depths", "[2,4]")
                .containsEntry("minAccuracy", "0.9");
        assertThat(parent.getData().getTagsList().stream().collect(Collectors.toMap(RunTag::getKey, RunTag::getValue)))
                .containsEntry("mlflow.source.git.commit", "c0ffee");
        assertThat(parent.getData().getMetricsList().stream()
                        .collect(Collectors.toMap(Metric::getKey, Metric::getValue)))
                .containsEntry("best.accuracy", 0.9)
                .containsEntry("penstock.cache.hits", 3.0)
                .containsEntry("penstock.cache.misses", 1.0)
                .containsEntry("penstock.cache.saved_seconds", 120.0)
                .containsEntry("penstock.cache.saved_gpu_seconds", 240.0);
        assertThat(step.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(step.getData().getMetricsList().stream().collect(Collectors.toMap(Metric::getKey, Metric::getValue)))
                .containsEntry("loss", 0.25)
                .containsEntry("accuracy", 0.93);
        assertThat(step.getData().getTagsList().stream().collect(Collectors.toMap(RunTag::getKey, RunTag::getValue)))
                .containsEntry("mlflow.parentRunId", parent.getInfo().getRunId())
                .containsEntry("penstock.step", "depths[0]/train");
        assertThat(step.getInputs().getDatasetInputs(0).getDataset().getName()).isEqualTo("train");
    }

    private List<Run> runs(String experiment) {
        try (MlflowClient client = new MlflowClient(address.toString())) {
            String id = client.getExperimentByName(experiment).orElseThrow().getExperimentId();
            return client.searchRuns(List.of(id), "tags.`penstock.run` = 'monday'", ViewType.ACTIVE_ONLY, 100)
                    .getItems();
        }
    }

    private static Run named(List<Run> runs, String name) {
        return runs.stream()
                .filter(run -> run.getInfo().getRunName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private record Tree(URI uri, String digest) implements Model {}

    /** A store of one file. */
    private record OneFile(String content) implements ArtifactStore {

        @Override
        public Kept keep(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void bring(URI uri, String digest, Path target) {
            try {
                Files.writeString(target, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean has(URI uri, String digest) {
            return true;
        }

        @Override
        public String words() {
            return "one file";
        }
    }

    @Test
    void registersAModelWithItsFilesOncePerStep() throws Exception {
        try (Tracking tracking = new Tracking(Mlflow.at(address, new Credentials.None()))) {
            MlflowTracker tracker = new MlflowTracker(tracking, InstantSource.system(), Optional.of("c0ffee"));
            CallContext call = new CallContext("tuesday", "iris", "register", "tuesday/register#0");
            MlflowModels models = new MlflowModels(tracker, tracking, new OneFile("weights"), call);
            Model model = new Tree(URI.create("file:///m"), "sha256:2");
            ModelVersion version = models.register("iris-tree", model);
            assertThat(models.register("iris-tree", model)).isEqualTo(version);
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.page()).hasToString(address + "/#/models/iris-tree/versions/1");
        }
    }

    @Test
    void promotesWhatWasApprovedAndKnowsWhatWasThereBefore() throws Exception {
        try (Tracking tracking = new Tracking(Mlflow.at(address, new Credentials.None()))) {
            MlflowTracker tracker = new MlflowTracker(tracking, InstantSource.system(), Optional.of("c0ffee"));
            CallContext call = new CallContext("wednesday", "iris", "register", "wednesday/register#0");
            CallContext later = new CallContext("thursday", "iris", "register", "thursday/register#0");
            MlflowModels models = new MlflowModels(tracker, tracking, new OneFile("weights"), call);
            Model model = new Tree(URI.create("file:///m"), "sha256:2");
            ModelVersion first = models.register("iris-forest", model);
            ModelVersion second =
                    new MlflowModels(tracker, tracking, new OneFile("more"), later).register("iris-forest", model);
            for (ModelVersion version : List.of(first, second, second)) {
                assertThat(models.promote(new Approved<>(version, List.of("ann"), Instant.EPOCH, Optional.empty())))
                        .isEqualTo(version);
            }
        }
        assertThat(aliases("iris-forest")).containsOnly(entry("champion", "2"), entry("previous", "1"));
    }

    private Map<String, String> aliases(String model) {
        try (MlflowClient client = new MlflowClient(address.toString())) {
            return client.getRegisteredModel(model).getAliasesList().stream()
                    .collect(Collectors.toMap(RegisteredModelAlias::getAlias, RegisteredModelAlias::getVersion));
        }
    }
}
