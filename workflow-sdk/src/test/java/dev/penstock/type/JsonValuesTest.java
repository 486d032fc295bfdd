package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

    record Bar(double least, double most) {
        Bar {
            if (least > most) {
                throw new IllegalArgumentException("least is above most");
            }
        }
    }

    record Bars(List<Bar> bars) {}

    record Named(String name) {
        Named {
            name = name.strip();
        }
    }

    record Perhaps(Optional<String> text, List<Optional<Integer>> numbers) {}

    private final JsonEncoder encoder = new JsonEncoder();

    @Test
    void leavesAbsentComponentsOutAndKeepsAbsentItems() {
        Perhaps value = new Perhaps(Optional.empty(), List.of(Optional.of(1), Optional.empty()));

        assertThat(encoder.encode(value).toString()).isEqualTo("{\"numbers\":[1,null]}");
    }

    @Test
    void tagsEveryCaseOfAFamilyWhereverItStands() {
        assertThat(encoder.encode(new Specimens.Circle("c", 1)).toString())
                .isEqualTo("{\"@type\":\"Circle\",\"name\":\"c\",\"radius\":1.0}");
    }

    @Test
    void writesArtifactsWithoutATagEvenThoseThatBelongToAFamily() {
        assertThat(encoder.encode(new Refused.Weights(URI.create("s3://w"), "sha256:1"))
                        .toString())
                .isEqualTo("{\"uri\":\"s3://w\",\"digest\":\"sha256:1\"}");
    }

    @Test
    void namesThePlaceOfANull() {
        Map<String, Object> map = new HashMap<>();
        map.put("a", Arrays.asList("x", null));

        assertThatNullPointerException().isThrownBy(() -> encoder.encode(null)).withMessage("the value is null");
        assertThatNullPointerException().isThrownBy(() -> encoder.encode(map)).withMessage("the value.a[1] is null");
        assertThatNullPointerException()
                .isThrownBy(() -> encoder.encode(new Specimens.Tree(null, List.of())))
                .withMessage("the value.label is null");
    }

    @Test
    void namesThePlaceOfAValueThatItsOwnClassRefuses() {
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() ->
                        decode("{\"bars\":[{\"least\":0.0,\"most\":1.0},{\"least\":2.0,\"most\":1.0}]}", Bars.class))
                .withMessage("least is above most")
                .satisfies(thrown -> assertThat(thrown.path()).isEqualTo("$.bars[1]"));
    }

    @Test
    void letsARecordNormaliseItself() throws JsonProcessingException {
        assertThat(decode("{\"name\":\" a \"}", Named.class)).isEqualTo(new Named("a"));
    }

    @Test
    void refusesARegionWhereAnOffsetIsNeeded() {
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() -> decode("{\"offset\":\"Europe/Berlin\"}", Specimens.East.class))
                .withMessage("Invalid ID for ZoneOffset, invalid format: Europe/Berlin");
    }

    @Test
    void givesCollectionsThatCannotBeChanged() throws JsonProcessingException {
        Specimens.Tree tree = (Specimens.Tree) decode("{\"label\":\"a\",\"children\":[]}", Specimens.Tree.class);

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> tree.children().add(tree));
    }

    private static Object decode(String json, Class<?> type) throws JsonProcessingException {
        return new JsonDecoder().decode(new ObjectMapper().readTree(json), type);
    }
}
