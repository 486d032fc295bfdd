package dev.penstock.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.container.Container;
import dev.penstock.container.Secret;
import dev.penstock.option.Setting;
import dev.penstock.option.StepOption;
import dev.penstock.step.Placement;
import dev.penstock.step.StepTask;
import dev.penstock.type.DataType;
import dev.penstock.type.Scalar;
import dev.penstock.type.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyOfTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final Container TRAIN =
            Container.image("train").command("fit", "--fast").env("MODE", "x");
    private static final Types TYPES = new Types(new TreeMap<>());
    private static final Setting.Cached CACHED = StepOption.cached();

    /** A step with its key. */
    record Case(
            Container container,
            Setting.Cached cached,
            String image,
            DataType output,
            Placement placement,
            Map<String, String> inputs) {

        CacheKey key() {
            TreeMap<String, DataType> types = new TreeMap<>();
            inputs.keySet().forEach(name -> types.put(name, Scalar.JSON));
            return KeyOf.container(
                    new StepTask.ContainerTask(container, types, output, TYPES, List.of(cached), placement),
                    cached,
                    image,
                    name -> json(inputs.get(name)));
        }
    }

    private static final Case BASE = new Case(
            TRAIN,
            CACHED,
            "sha256:image",
            Scalar.JSON,
            Placement.anywhere(),
            Map.of("depth", "3", "data", artifact("file:///a", DIGEST)));

    static Stream<Arguments> same() {
        return Stream.of(
                Arguments.of("more memory", with(TRAIN.memory("64Gi").cpu(8).disk("1Ti"))),
                Arguments.of("a GPU", with(TRAIN.gpu(2, "a10g"))),
                Arguments.of("rights", with(TRAIN.serviceAccount("other"))),
                Arguments.of(
                        "another pool",
                        new Case(
                                TRAIN,
                                CACHED,
                                "sha256:image",
                                Scalar.JSON,
                                new Placement(Optional.of("gpu"), true, Optional.of("1Gi")),
                                BASE.inputs())),
                Arguments.of("a time to live", with(CACHED.forAtMost(Duration.ofDays(1)))),
                Arguments.of("a refresh", with(CACHED.refresh())),
                Arguments.of(
                        "another name of the image",
                        new Case(
                                Container.image("other")
                                        .command("fit", "--fast")
                                        .env("MODE", "x"),
                                CACHED,
                                "sha256:image",
                                Scalar.JSON,
                                Placement.anywhere(),
                                BASE.inputs())),
                Arguments.of(
                        "another place of the data",
                        with(Map.of("depth", "3", "data", artifact("s3://bucket/b", DIGEST)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("same")
    void staysTheSameWith(String what, Case other) {
        assertThat(other.key()).isEqualTo(BASE.key());
        assertThat(other.key().digest()).isEqualTo(BASE.key().digest());
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of("version", with(CACHED.version("2"))),
                Arguments.of(
                        "image",
                        new Case(TRAIN, CACHED, "sha256:other", Scalar.JSON, Placement.anywhere(), BASE.inputs())),
                Arguments.of(
                        "output",
                        new Case(
                                TRAIN,
                                CACHED,
                                "sha256:image",
                                DataType.parse("list<double>"),
                                Placement.anywhere(),
                                BASE.inputs())),
                Arguments.of("command", with(TRAIN.command("fit"))),
                Arguments.of("variable MODE", with(TRAIN.env("MODE", "y"))),
                Arguments.of("variable MODE", with(TRAIN.env("MODE", Secret.secret("x", "y")))),
                Arguments.of("variable OTHER", with(TRAIN.env("OTHER", "y"))),
                Arguments.of("input depth", with(Map.of("depth", "4", "data", artifact("file:///a", DIGEST)))),
                Arguments.of(
                        "input data",
                        with(Map.of("depth", "3", "data", artifact("file:///a", DIGEST.replace('a', 'b'))))),
                Arguments.of("input data", with(Map.of("depth", "3"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("different")
    void differsIn(String part, Case other) {
        assertThat(other.key().digest()).isNotEqualTo(BASE.key().digest());
        assertThat(Difference.between(BASE.key(), other.key()))
                .extracting(Difference::part)
                .containsExactly(part);
    }

    @Test
    void leavesOutWhatIsIgnored() {
        Case ignoring = with(CACHED.ignoring("depth"));
        Case other = new Case(
                TRAIN,
                CACHED.ignoring("depth"),
                "sha256:image",
                Scalar.JSON,
                Placement.anywhere(),
                Map.of("depth", "5", "data", artifact("file:///a", DIGEST)));
        assertThat(ignoring.key()).isEqualTo(other.key());
        assertThat(ignoring.key()).isNotEqualTo(BASE.key());
    }

    @Test
    void isTheSameForEver() {
        assertThat(BASE.key().digest())
                .isEqualTo("sha256:dfac7beb177128dd6cc719329307a5987d437466674d42706c3e7344d4c50b2d");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverConfusesTwoInputs(long seed) {
        Random dice = new Random(seed);
        Set<String> values = new HashSet<>();
        Set<String> digests = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            String value = switch (dice.nextInt(4)) {
                case 0 -> Integer.toString(dice.nextInt(50));
                case 1 -> "\"%d\"".formatted(dice.nextInt(50));
                case 2 -> "[%s]".formatted("1,".repeat(dice.nextInt(200)) + dice.nextInt(5));
                default -> artifact("file:///x", DIGEST.replace("aa", "%02x".formatted(dice.nextInt(50))));
            };
            values.add(value);
            digests.add(with(Map.of("value", value)).key().digest());
        }
        assertThat(digests).hasSameSizeAs(values);
    }

    private static Case with(Container container) {
        return new Case(container, CACHED, BASE.image(), BASE.output(), BASE.placement(), BASE.inputs());
    }

    private static Case with(Setting.Cached cached) {
        return new Case(TRAIN, cached, BASE.image(), BASE.output(), BASE.placement(), BASE.inputs());
    }

    private static Case with(Map<String, String> inputs) {
        return new Case(TRAIN, CACHED, BASE.image(), BASE.output(), BASE.placement(), inputs);
    }

    private static String artifact(String uri, String digest) {
        return "{\"uri\":\"%s\",\"digest\":\"%s\"}".formatted(uri, digest);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
