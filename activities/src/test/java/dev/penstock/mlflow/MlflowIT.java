package dev.penstock.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.fault.FaultException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.tracking.MlflowClient;

/** Against a real server. */
@ExtendWith(MlflowServer.class)
final class MlflowIT {

    private static final int ROUNDS = 50;

    @TempDir
    Path folder;

    private final URI address = MlflowServer.address();

    private static Tracking tracking(URI at) {
        return new Tracking(Mlflow.at(at, new Credentials.None()));
    }

    private static RunOutline outline(String key, Optional<String> parent) {
        return new RunOutline("iris", key, key, parent, new TreeMap<>(Map.of("penstock.spec", "sha256:1")));
    }

    private Run read(TrackedRun run) {
        try (MlflowClient client = new MlflowClient(address.toString())) {
            return client.getRun(run.id());
        }
    }

    @Test
    void isStartedOnceForAll() {
        URI again = MlflowServer.server()
                .address(
                        () -> {
                            throw new AssertionError("it runs already");
                        },
                        waited -> {});
        assertThat(again).isEqualTo(address);
    }

    @Test
    void keepsWhatWasMeasuredOnceHoweverOftenItIsSent() throws Exception {
        try (Tracking tracking = tracking(address)) {
            TrackedRun parent = tracking.begin(outline("run-1", Optional.empty()));
            assertThat(tracking.begin(outline("run-1", Optional.empty()))).isEqualTo(parent);
            TrackedRun step = tracking.begin(outline("run-1/train", Optional.of(parent.id())));
            Instant at = Instant.ofEpochMilli(1_700_000_000_000L);
            List<Measurement> losses = List.of(
                    new Measurement("loss", 0.5, at, 1),
                    new Measurement("loss", 0.25, at.plusSeconds(1), 2),
                    new Measurement("f1 of class \"a\"", 1, at, 0));
            for (int i = 0; i < 2; i++) {
                tracking.log(step, new TreeMap<>(Map.of("depth", "4", "note", "x".repeat(9_000))), losses);
                tracking.inputs(
                        step,
                        List.of(new DatasetInput(
                                "features", URI.create("file:///data"), "sha256:" + "ab".repeat(32), "training")));
                tracking.tags(step, Map.of("penstock.attempt", "2"));
                tracking.end(step, RunState.FINISHED);
            }
            Run seen = read(step);
            assertThat(seen.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
            assertThat(seen.getData().getMetricsList()).hasSize(2);
            assertThat(seen.getData().getParamsList()).hasSize(2);
            assertThat(seen.getData().getTagsList()).anySatisfy(tag -> {
                assertThat(tag.getKey()).isEqualTo("mlflow.parentRunId");
                assertThat(tag.getValue()).isEqualTo(parent.id());
            });
            assertThat(seen.getInputs().getDatasetInputsList()).hasSize(1);
            try (MlflowClient client = new MlflowClient(address.toString())) {
                assertThat(client.getMetricHistory(step.id(), "loss")).hasSize(2);
            }
        }
    }

    @Test
    void registersOnceThoughAnswersAreLost() throws Exception {
        Path model = Files.createDirectories(folder.resolve("model/deep"));
        Files.writeString(folder.resolve("model/MLmodel"), "flavors: {}\n");
        Files.writeString(model.resolve("weights with blank.bin"), "1 2 3");
        try (LossyProxy proxy = new LossyProxy(address);
                Tracking tracking = tracking(proxy.address())) {
            Registry registry = new Registry(tracking);
            TrackedRun run = tracking.begin(outline("run-2", Optional.empty()));
            for (int round = 1; round <= ROUNDS; round++) {
                Registration wanted = new Registration(
                        "iris flowers", "run-2/register-" + round, run, folder.resolve("model"), new TreeMap<>());
                // The client tries three times by itself where that is safe.
                proxy.lose(1 + round % 3, round % 2 == 0 ? "model-versions/create" : "model-versions/search");
                RegisteredVersion version = stubbornly(registry, wanted);
                assertThat(version.version()).isEqualTo(round);
            }
            try (MlflowClient client = new MlflowClient(address.toString())) {
                assertThat(client.searchModelVersions("name = 'iris flowers'").getItems())
                        .hasSize(ROUNDS);
            }
        }
    }

    /** As the engine does after a platform's fault. */
    private static RegisteredVersion stubbornly(Registry registry, Registration wanted) throws InterruptedException {
        while (true) {
            try {
                return registry.register(wanted);
            } catch (FaultException e) {
                assertThat(e.fault().lasting()).as(e.fault().message()).isFalse();
            }
        }
    }

    @Test
    void saysWhichNamesAModelCannotHave() throws Exception {
        try (Tracking tracking = tracking(address)) {
            TrackedRun run = tracking.begin(outline("run-3", Optional.empty()));
            Registration wanted = new Registration("it's", "k", run, folder, new TreeMap<>());
            assertThatExceptionOfType(FaultException.class)
                    .isThrownBy(() -> new Registry(tracking).register(wanted))
                    .withMessageContaining("cannot be called \"it's\"");
        }
    }

    @Test
    void tellsAllThatIsKeptOfVersionsPageByPage() throws Exception {
        try (Tracking tracking = tracking(address)) {
            TrackedRun run = tracking.begin(outline("run-4", Optional.empty()));
            tracking.tags(run, Map.of("of.the.run", "a tag of the run"));
            tracking.log(run, new TreeMap<>(Map.of("data", "a parameter of the run")), List.of());
            Files.writeString(folder.resolve("model"), "weights");
            for (int i = 0; i < 5; i++) {
                new Registry(tracking)
                        .register(new Registration(
                                "pages " + i % 3,
                                "run-4/register-" + i,
                                run,
                                folder.resolve("model"),
                                new TreeMap<>(Map.of("penstock.digest", "digest of " + i))));
            }
            List<String> told = new ArrayList<>();
            long versions = new RegistryTexts(tracking.client(), 2, told::add).tell();
            assertThat(versions).isGreaterThanOrEqualTo(5);
            assertThat(String.join(" ", told))
                    .contains("digest of 0", "digest of 1", "digest of 2", "digest of 3", "digest of 4")
                    .contains("a tag of the run", "a parameter of the run", "pages 2");
            assertThat(new Registry(tracking).tell(text -> {})).isEqualTo(versions);
        }
    }
}
