package dev.penstock.check;

import static dev.penstock.check.Specs.spec;
import static dev.penstock.container.Container.image;
import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerRuleTest {

    static Stream<Arguments> containers() {
        return Stream.of(
                Arguments.of(image(" "), "\" \" is no image."),
                Arguments.of(image("a b"), "\"a b\" is no image."),
                Arguments.of(image("i").env("A-B", "1"), "\"A-B\" is no name of a variable."),
                Arguments.of(image("i").env("", "1"), "\"\" is no name of a variable."),
                Arguments.of(image("i").env("A", secret("", "key")), "The secret for A has no name or key."),
                Arguments.of(image("i").cpu(0), "cpu must be above zero."),
                Arguments.of(image("i").cpu(Double.POSITIVE_INFINITY), "cpu must be above zero."),
                Arguments.of(image("i").gpu(-1), "The number of GPUs is negative."),
                Arguments.of(image("i").gpu(1, ""), "The kind of GPU has no name."),
                Arguments.of(image("i").memory("16GB"), "\"16GB\" is no amount of memory."),
                Arguments.of(image("i").disk("much"), "\"much\" is no amount of disk."),
                Arguments.of(image("i").sharedMemory("0"), "\"0\" is no amount of sharedMemory."),
                Arguments.of(image("i").on(pool("")), "A pool has no name."),
                Arguments.of(image("i").serviceAccount(""), "The service account has no name."),
                Arguments.of(image("i").distributed(0, 8), "A gang needs at least one node."),
                Arguments.of(image("i").distributed(2, -1), "A gang needs at least one node."),
                Arguments.of(
                        image("i").gpu(4, "h100").distributed(2, 8),
                        "gpu(4) and distributed(2, 8) disagree on the GPUs of a node."));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void saysWhatCannotBeMeantOfAContainer(Container container, String message) {
        assertThat(Specs.told(spec(Specs.container("train", container))))
                .containsExactly("invalid-container: In \"train\": " + message);
    }

    @Test
    void acceptsAFullContainer() {
        Container full = image("registry:5000/a/b@sha256:00")
                .cpu(0.5)
                .memory("1.5Gi")
                .gpu(8, "h100")
                .distributed(2, 8)
                .env("A_1", "")
                .env("_b", secret("s", "k"))
                .on(pool("a"));

        assertThat(Specs.told(spec(Specs.container("train", full)))).isEmpty();
    }
}
