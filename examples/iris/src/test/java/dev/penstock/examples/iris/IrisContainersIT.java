package dev.penstock.examples.iris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.process.ProcessRunner;
import dev.penstock.process.ProcessSettings;
import dev.penstock.process.ProgressListener;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.Node.RunContainer;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.step.Placement;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepTask.ContainerTask;
import dev.penstock.store.Artifacts;
import dev.penstock.store.FileObjectStore;
import dev.penstock.type.DataType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The containers of the example, run as processes of this machine with what each needs from an index of packages. */
final class IrisContainersIT {

    private static final Spec SPEC = Spec.of(new IrisPipeline());

    @TempDir
    private Path folder;

    private Artifacts store;
    private ProcessRunner runner;

    @BeforeEach
    void setUp() {
        // Environments are kept from one test to the next: making them takes minutes.
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "penstock", "process-test");
        store = new Artifacts(new FileObjectStore(folder.resolve("store")));
        runner = new ProcessRunner(
                ProcessSettings.of(cache, List.of(), IrisPipeline.class.getClassLoader(), System.getenv()),
                store,
                ProgressListener.none());
    }

    private record Attempt(String run, String path, int number, Map<String, JsonNode> values) implements StepAttempt {

        @Override
        public JsonNode input(String name) {
            return values.get(name);
        }

        @Override
        public void progress(JsonNode details) {
            assertThat(details).isNotNull();
        }
    }

    /** Runs the step with its constants and these inputs. */
    private JsonNode run(String step, Map<String, JsonNode> given) throws InterruptedException {
        RunContainer node = containers(SPEC.pipeline().graph())
                .filter(run -> run.name().equals(step))
                .findFirst()
                .orElseThrow();
        SortedMap<String, DataType> types = new TreeMap<>();
        Map<String, JsonNode> values = new TreeMap<>(given);
        node.inputs().forEach((name, input) -> {
            types.put(name, input.type());
            if (input.from() instanceof Constant constant) {
                values.put(name, constant.value());
            }
        });
        ContainerTask task = new ContainerTask(
                node.container(), types, node.output(), SPEC.types(), List.of(), Placement.anywhere());
        return runner.run(task, new Attempt(folder.getFileName().toString(), step, 1, values));
    }

    private static Stream<RunContainer> containers(Graph graph) {
        return graph.nodes().stream()
                .flatMap(node -> Stream.concat(
                        Stream.of(node).filter(RunContainer.class::isInstance).map(RunContainer.class::cast),
                        bodies(node)));
    }

    private static Stream<RunContainer> bodies(Node node) {
        return References.bodies(node).stream().flatMap(IrisContainersIT::containers);
    }

    @Test
    void makeAGoodModelOfTheDataThatShips() throws Exception {
        JsonNode raw = run("ingest", Map.of("source", TextNode.valueOf("iris.csv")));
        JsonNode quality = run("validate", Map.of("data", raw));
        assertThat(quality.path("findings")).isEmpty();
        assertThat(quality.path("successful")).isEqualTo(IntNode.valueOf(10));
        Path docs = folder.resolve("docs");
        store.bring(
                URI.create(quality.at("/docs/uri").asText()),
                quality.at("/docs/digest").asText(),
                docs);
        assertThat(docs.resolve("index.html")).content().contains("Great Expectations");

        JsonNode split = run("engineer", Map.of("clean", raw));
        JsonNode model = run("train", Map.of("train", split.path("train"), "depth", IntNode.valueOf(4)));
        JsonNode candidate = run("evaluate", Map.of("model", model, "test", split.path("test")));
        assertThat(candidate.path("model")).isEqualTo(model);
        assertThat(candidate.path("accuracy")).isInstanceOf(DoubleNode.class);
        assertThat(candidate.path("accuracy").doubleValue()).isGreaterThan(0.9);
    }

    @Test
    void rejectDataThatIsWrongAndSayWhatIsWrongWithIt() throws Exception {
        JsonNode raw = run("ingest", Map.of("source", TextNode.valueOf("iris.csv")));
        Path good = folder.resolve("good");
        store.bring(URI.create(raw.path("uri").asText()), raw.path("digest").asText(), good);
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), Files.readString(good).replace("setosa", "rosa"));
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> run("ingest", Map.of("source", TextNode.valueOf("s3://flowers/iris.csv"))))
                .satisfies(thrown -> assertThat(thrown.fault().kind()).isEqualTo(FaultKind.REJECTED));
        JsonNode damaged =
                run("ingest", Map.of("source", TextNode.valueOf(bad.toUri().toString())));
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> run("validate", Map.of("data", damaged)))
                .satisfies(thrown -> {
                    assertThat(thrown.fault().kind()).isEqualTo(FaultKind.REJECTED);
                    assertThat(thrown.fault().message())
                            .contains("species expect_column_values_to_be_in_set")
                            .contains("50 of 150 values are not, such as rosa");
                });
    }
}
