package dev.penstock.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.sample.SamplePipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    private final Graph graph = Spec.of(new SamplePipeline()).pipeline().graph();

    @ParameterizedTest
    @CsvSource({
        "map-depths, '[]', [train]",
        "pick, [map-depths], [map-depths]",
        "ray, [pick], [pick]",
        "tune, '[pick, ray]', '[pick, ray]'",
        "repeat-tune, [tune], '[better, tune]'",
        "when-score, [score], '[approval-owners, inner, pause-30m, provided-digest, register, repeat-tune, score]'",
    })
    void areTheStepsThatAStepReadsOrAwaits(String step, String read, String withBodies) {
        Node node = graph.node(step).orElseThrow();

        assertThat(References.steps(node)).hasToString(read);
        assertThat(References.stepsWithBodies(node)).hasToString(withBodies);
    }
}
