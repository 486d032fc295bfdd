package dev.penstock.check;

import static dev.penstock.check.Specs.spec;
import static dev.penstock.container.Container.image;
import static dev.penstock.container.Pool.pool;
import static dev.penstock.option.StepOption.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.check.Platform.PoolShape;
import dev.penstock.container.Container;
import dev.penstock.option.Setting;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformRuleTest {

    private static final List<PoolShape> POOLS = List.of(
            new PoolShape("cpu", Optional.of(16.0), Optional.of("64Gi"), 0, Optional.empty()),
            new PoolShape("a10g", Optional.of(48.0), Optional.of("192Gi"), 4, Optional.of("a10g")),
            new PoolShape("h100", Optional.empty(), Optional.empty(), 8, Optional.of("h100")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train:1.2",
                "train:v1",
                "registry:5000/team/train:1.2",
                "ghcr.io/team/train:2026-01-31",
                "train@sha256:0123456789abcdef",
                "registry:5000/train:latest@sha256:0123456789abcdef"
            })
    void acceptsAnImageThatStaysTheSame(String image) {
        assertThat(told(cluster(List.of(), Map.of()), image(image))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "team/train",
                "registry:5000/train",
                "train:latest",
                "registry:5000/train:latest",
                "train:",
                "train@sha256:",
                "train@sha256:xyz"
            })
    void refusesAnImageThatMayChange(String image) {
        assertThat(told(cluster(List.of(), Map.of()), image(image)))
                .containsExactly("unpinned-image: The image \"%s\" of \"train\" may change under the same name."
                        .formatted(image));
    }

    @Test
    void looksAtTheImageToWhichAContextIsMapped() {
        assertThat(told(cluster(List.of(), Map.of("train", "registry/train:7")), image("train")))
                .isEmpty();
        assertThat(told(cluster(List.of(), Map.of("train", "registry/train:latest")), image("train")))
                .containsExactly(
                        "unpinned-image: The image \"registry/train:latest\" of \"train\" may change under the same name.");
    }

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of(image("i:1").cpu(16).memory("64Gi")),
                Arguments.of(image("i:1").gpu(4)),
                Arguments.of(image("i:1").gpu(4, "a10g")),
                Arguments.of(image("i:1").gpu(8, "h100").cpu(1000).memory("9Ti")),
                Arguments.of(image("i:1").distributed(16, 8)),
                Arguments.of(image("i:1").gpu(8).on(pool("a10g"), pool("h100"))));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void acceptsWhatSomePoolCanHold(Container container) {
        assertThat(told(cluster(POOLS, Map.of()), container)).isEmpty();
    }

    static Stream<Arguments> tooBig() {
        return Stream.of(
                Arguments.of(
                        image("i:1").cpu(17).on(pool("cpu")),
                        "no-fitting-pool: No pool can hold \"train\": cpu has only 16.0 cpu."),
                Arguments.of(
                        image("i:1").cpu(99).memory("65Gi").on(pool("cpu")),
                        "no-fitting-pool: No pool can hold \"train\": cpu has only 16.0 cpu and 64Gi memory."),
                Arguments.of(
                        image("i:1").gpu(1).on(pool("cpu")),
                        "no-fitting-pool: No pool can hold \"train\": cpu has only 0 gpu."),
                Arguments.of(
                        image("i:1").gpu(1, "h100").on(pool("a10g")),
                        "no-fitting-pool: No pool can hold \"train\": a10g has only 4 gpu of kind a10g."),
                Arguments.of(
                        image("i:1").distributed(2, 8).on(pool("cpu"), pool("a10g")),
                        "no-fitting-pool: No pool can hold \"train\": cpu has only 0 gpu; a10g has only 4 gpu of kind a10g."),
                Arguments.of(
                        image("i:1").gpu(16),
                        "no-fitting-pool: No pool can hold \"train\": cpu has only 0 gpu; a10g has only 4 gpu of kind a10g; h100 has only 8 gpu of kind h100."),
                Arguments.of(
                        image("i:1").on(pool("a10")),
                        "unknown-pool: The pool \"a10\" of \"train\" is not configured."));
    }

    @ParameterizedTest
    @MethodSource("tooBig")
    void saysWhyNoPoolCanHoldAContainer(Container container, String told) {
        assertThat(told(cluster(POOLS, Map.of()), container)).containsExactly(told);
    }

    @Test
    void prefersThePoolsOfTheOption() {
        assertThat(told(cluster(POOLS, Map.of()), image("i:1").gpu(8).on(pool("nowhere")), on("h100")))
                .isEmpty();
        assertThat(told(cluster(POOLS, Map.of()), image("i:1").gpu(8).on(pool("h100")), on("a10g")))
                .singleElement()
                .asString()
                .contains("a10g has only 4 gpu");
    }

    @Test
    void saysNothingOnALaptop() {
        assertThat(told(Platform.laptop(), image("train").gpu(99).on(pool("nowhere"))))
                .isEmpty();
    }

    private static Platform cluster(List<PoolShape> pools, Map<String, String> images) {
        return new Platform("prod", true, pools, images);
    }

    private static List<String> told(Platform platform, Container container, Setting... settings) {
        Node node = Specs.container("train", container, settings);
        return Validation.on(spec(node), platform).stream()
                .map((Problem problem) -> problem.code().text() + ": " + problem.message())
                .toList();
    }
}
