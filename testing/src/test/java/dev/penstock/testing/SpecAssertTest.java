package dev.penstock.testing;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecAssertTest {

    private static final Spec SPEC = Spec.of(new SmallPipeline("2Gi"));

    @Test
    void passesOnWhatIsThere() {
        assertThat(SPEC)
                .hasSteps("promote", "ingest", "map-depths", "train", "best", "when-accuracy", "reject")
                .containsSteps("train", "best")
                .hasEdge("ingest", "train")
                .hasEdge("ingest", "map-depths")
                .hasNoEdge("ingest", "best")
                .hasDigest(SPEC.digest());
    }

    @Test
    void followsStepsAndTheirSurroundings() {
        assertThat(SPEC)
                .hasStep("train")
                .isContainer()
                .image("train")
                .isCached()
                .runsOn("gpu-workloads")
                .readsFrom("ingest")
                .comesAfter("ingest")
                .isInside("map-depths")
                .yields(SmallPipeline.Score.class);
        assertThat(SPEC).hasStep("ingest").retries(5).isNotCached();
        assertThat(SPEC).hasStep("best").isApply().comesAfter("train").comesAfter("ingest");
        assertThat(SPEC).hasStep("promote").isCall().isInside("when-accuracy").comesAfter("map-depths");
        assertThat(SPEC).hasStep("map-depths").isOf(Node.ForEach.class).readsFrom("ingest");
    }

    record Failure(ThrowingCallable assertion, String... words) {}

    static Stream<Failure> failures() {
        return Stream.of(
                new Failure(() -> assertThat(SPEC).hasSteps("ingest", "tune"), "missing: tune", "not expected: best"),
                new Failure(
                        () -> assertThat(SPEC).containsSteps("tune"),
                        "missing: tune",
                        "\"train\" (SmallPipeline.java:"),
                new Failure(() -> assertThat(SPEC).hasStep("tune"), "missing: tune"),
                new Failure(
                        () -> assertThat(SPEC).hasEdge("ingest", "best"),
                        "\"best\" (SmallPipeline.java:",
                        "map-depths"),
                new Failure(() -> assertThat(SPEC).hasNoEdge("ingest", "train"), "not to read or await \"ingest\""),
                new Failure(() -> assertThat(SPEC).hasEdge("x", "train"), "missing: x"),
                new Failure(() -> assertThat(SPEC).hasDigest("sha256:0"), SPEC.digest()),
                failure(step -> step.isCall(), "be a call", "the container train"),
                failure(step -> step.isApply(), "be a function"),
                failure(step -> step.isOf(Node.Pause.class), "be a Pause"),
                failure(step -> step.image("fit"), "run the image \"fit\", but it runs \"train\""),
                failure(step -> step.isNotCached(), "not be cached"),
                failure(step -> step.retries(3), "up to 3 times", "as often as the platform says"),
                failure(step -> step.runsOn("cpu"), "run on [cpu], but it runs on [gpu-workloads]"),
                failure(step -> step.readsFrom("best"), "but it reads from [ingest]"),
                failure(step -> step.comesAfter("best"), "but it comes after [ingest]"),
                failure(step -> step.isInside("best"), "but it is inside map-depths"),
                failure(step -> step.yields(String.class), "yield string", "SmallPipeline$Score"),
                new Failure(
                        () -> assertThat(SPEC).hasStep("best").isContainer(), "be a container", "SmallPipeline::best"),
                new Failure(() -> assertThat(SPEC).hasStep("ingest").isCached(), "be cached", "the container ingest"));
    }

    private static Failure failure(Consumer<StepAssert> assertion, String... words) {
        return new Failure(() -> assertion.accept(assertThat(SPEC).hasStep("train")), words);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatIsThereInstead(Failure failure) {
        assertThatThrownBy(failure.assertion())
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(failure.words());
    }
}
