package dev.penstock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Limits;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.testing.run.Faults;
import dev.penstock.testing.run.PipelineRuns;
import dev.penstock.testing.run.RunOutcome;
import dev.penstock.testing.run.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the spec, a run does what the simple reference does: the same work once, with the same result. */
final class GeneratedRunsTest {

    private static final int SEEDS = Integer.getInteger("penstock.generated.runs", 40);
    private static final long FIRST = Long.getLong("penstock.generated.first", 0);

    @Test
    void runsAnySpecAsTheReferenceDoes() {
        compare(Limits.usual(), false);
    }

    @Test
    void runsAnySpecWithItsValuesInTheStore() {
        compare(Limits.usual().mostInline(40), false);
    }

    @Test
    void runsAnySpecInManyShortHistories() {
        compare(Limits.usual().mostEvents(20).mostInline(400), false);
    }

    @Test
    void runsAnySpecInSpiteOfFaults() {
        compare(Limits.usual(), true);
    }

    private static void compare(Limits limits, boolean faulty) {
        int succeeded = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try (PipelineRuns runs = PipelineRuns.inMemory()) {
                succeeded += new Comparison(seed, runs).compare(limits, faulty) ? 1 : 0;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("With the seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(succeeded).as("runs that succeeded").isGreaterThan(SEEDS / 8);
    }

    /** One spec, run both ways. */
    private static final class Comparison {

        private final Random random;
        private final Spec spec;
        private final FakeWork work;
        private final PipelineRuns runs;
        private final SortedMap<String, Integer> done = new TreeMap<>();

        Comparison(long seed, PipelineRuns runs) {
            this.random = new Random(seed);
            this.spec = RunnableSpec.of(SpecGenerator.seeded(seed).next());
            this.work = new FakeWork(spec.types());
            this.runs = runs;
        }

        boolean compare(Limits limits, boolean faulty) {
            JsonNode input = spec.pipeline()
                    .defaults()
                    .orElseGet(() -> new GeneratedValues(new Dice(random), spec::types)
                            .of(spec.pipeline().input()));
            ReferenceRun reference = new ReferenceRun(spec);
            Optional<JsonNode> expected = reference.run(input);
            TestRun<JsonNode, JsonNode> run = runs.of(spec)
                    .input(input)
                    .beginning(Instant.parse(FakeWork.BEGIN))
                    .patience(Duration.ofSeconds(40))
                    .within(limits);
            steps(spec.pipeline()).forEach(node -> arrange(node, run, faulty));
            RunOutcome<JsonNode> outcome = run.run();
            if (expected.isPresent()) {
                assertThat(outcome.hasSucceeded()).as(outcome.toString()).isTrue();
                assertThat(FakeWork.text(outcome.result())).isEqualTo(FakeWork.text(expected.get()));
            } else {
                assertThat(outcome.hasSucceeded()).as(outcome.toString()).isFalse();
                assertThat(reference.failing())
                        .as(outcome.toString())
                        .contains(outcome.failure().orElseThrow().step());
            }
            if (reference.failing().isEmpty()) {
                assertThat(done).isEqualTo(reference.done());
            }
            return expected.isPresent();
        }

        private void arrange(Node node, TestRun<JsonNode, JsonNode> run, boolean faulty) {
            switch (node) {
                case Node.Apply apply -> work(node, run, faulty);
                case Node.Call call -> work(node, run, faulty);
                case Node.RunContainer container -> work(node, run, faulty);
                case Node.RunResource resource -> work(node, run, faulty);
                case Node.RunWorkflow workflow -> work(node, run, faulty);
                case Node.Approval approval -> {
                    int needed = approval.setting(Setting.Quorum.class)
                            .map(Setting.Quorum::approvers)
                            .orElse(1);
                    for (int i = 0; i < needed; i++) {
                        run.approving(node.name(), "abc".substring(i, i + 1), Duration.ofSeconds(i + 1));
                    }
                }
                case Node.RunPipeline pipeline -> {}
                case Node.ForEach map -> {}
                case Node.When when -> {}
                case Node.Repeat repeat -> {}
                case Node.Provided provided -> {}
                case Node.Pause pause -> {}
            }
        }

        private void work(Node node, TestRun<JsonNode, JsonNode> run, boolean faulty) {
            run.standIn(node.name(), inputs -> {
                synchronized (done) {
                    done.merge(ReferenceRun.key(node, inputs.path(), inputs.json()), 1, Integer::sum);
                }
                return work.result(node.name(), node.output(), inputs.json());
            });
            if (faulty && random.nextBoolean()) {
                int attempts = node.setting(Setting.Retry.class)
                        .map(Setting.Retry::attempts)
                        .orElse(1);
                if (attempts > 1) {
                    run.failing(node.name(), Faults.times(1 + random.nextInt(attempts - 1)));
                }
                run.failing(node.name(), Faults.times(random.nextInt(3), FaultKind.PLATFORM));
                run.failing(node.name(), Faults.preempted(random.nextInt(3)));
            }
        }
    }

    private static List<Node> steps(PipelineSpec pipeline) {
        List<Node> all = new ArrayList<>();
        Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .forEach(graph -> collect(graph, all));
        return all;
    }

    private static void collect(Graph graph, List<Node> into) {
        for (Node node : graph.nodes()) {
            into.add(node);
            References.bodies(node).forEach(body -> collect(body, into));
            if (node instanceof Node.RunPipeline run) {
                into.addAll(steps(run.pipeline()));
            }
        }
    }
}
