package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {

    record Params(
            URI source,
            List<Integer> depths,
            Optional<Duration> limit,
            Map<String, Double> weights,
            Specimens.Color color,
            Specimens.Shape shape,
            Specimens.Classifier base) {}

    private static final String GOOD = """
            {"source": "s3://b/p", "depths": [1], "weights": {}, "color": "RED",
             "shape": {"@type": "Square", "name": "s", "side": 2}, "base": {"uri": "x", "digest": "y"}}""";

    private final TypeReader reader = new TypeReader();
    private final DataType params = reader.read(Params.class);
    private final Problems problems = new Problems();

    @Test
    void acceptsAnInputWithoutItsOptionalParts() throws JsonProcessingException {
        check(GOOD);

        assertThat(problems.list()).isEmpty();
    }

    @Test
    void reportsEverythingAtOnceEachWithItsPlace() throws JsonProcessingException {
        check("""
                {"sorce": "x", "depths": [1, "two", 3.5], "limit": "soon", "weights": {"a": "b"}, "color": "red",
                 "shape": {"@type": "Squar", "side": 2}, "base": {"uri": "x", "digset": "y"}}""");

        assertThat(problems.list().stream()
                        .map(problem -> problem.where() + " " + problem.message() + " " + problem.remedy()))
                .containsExactly(
                        "in $.sorce Params has no component \"sorce\". Did you mean \"source\"?",
                        "in $.source \"source\" is missing; it is needed and of type uri. Example: \"s3://bucket/path\"",
                        "in $.depths[1] Expected int, got the text \"two\". Example: 42",
                        "in $.depths[2] Expected int, got the number 3.5. Example: 42",
                        "in $.limit Expected duration, got the text \"soon\". Example: \"PT1H30M\" or \"90m\" (Text cannot be parsed to a Duration)",
                        "in $.weights.a Expected double, got the text \"b\". Example: 0.5",
                        "in $.color Expected Color, got the text \"red\". Did you mean \"RED\"?",
                        "in $.shape Expected Shape, got the object {\"@type\":\"Squar\",\"side\":2}. Say which with \"@type\": one of Circle, Ellipse, Square.",
                        "in $.base.digset Classifier has no component \"digset\". Did you mean \"digest\"?",
                        "in $.base.digest \"digest\" is missing; it is needed and of type string. Example: \"text\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | null | Expected Params, got nothing.",
                "{} | [] | Expected Params, got the list [].",
                "{} | \"s3://b/p\" | Expected Params, got the text \"s3://b/p\".",
            })
    void showsAnExampleOfARecordThatIsSomethingElse(String ignored, String written, String message)
            throws JsonProcessingException {
        check(written);

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.remedy())
                    .startsWith(
                            "Example: {\"source\": \"s3://bucket/path\", \"depths\": [42], \"weights\": {\"key\": 0.5}, \"color\": \"RED\", \"shape\": {\"@type\": \"Circle\",");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"shape\": null | \"shape\" is missing; it is needed and of type Shape.",
                "\"shape\": {} | Expected Shape, got the object {}.",
                "\"shape\": {\"@type\": \"Round\", \"name\": \"r\"} | Expected Shape, got the object {\"@type\":\"Round\",\"name\":\"r\"}.",
                "\"shape\": {\"@type\": 7, \"name\": \"r\"} | Expected Shape, got the object {\"@type\":7,\"name\":\"r\"}.",
                "\"base\": {\"uri\": \"x\", \"digest\": \"y\", \"@type\": \"Classifier\"} | Classifier has no component \"@type\".",
                "\"color\": 1 | Expected Color, got the number 1.",
                "\"depths\": {} | Expected list<int>, got the object {}.",
                "\"depths\": [null] | Expected int, got nothing.",
                "\"weights\": [] | Expected map<double>, got the list [].",
            })
    void saysWhatIsWrongWithOneComponent(String component, String message) throws JsonProcessingException {
        String name = component.substring(1, component.indexOf('"', 1));
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode good = (ObjectNode) mapper.readTree(GOOD);
        check(good.setAll((ObjectNode) mapper.readTree("{" + component + "}")).toString());

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).startsWith("in $." + name);
            assertThat(problem.message()).isEqualTo(message);
        });
    }

    @Test
    void refusesTheTagOfAnotherRecord() throws JsonProcessingException {
        DataType circle = reader.read(Specimens.Circle.class);
        conformance()
                .check(new ObjectMapper().readTree("{\"@type\": \"Square\", \"name\": \"c\", \"radius\": 1}"), circle);
        conformance().check(new ObjectMapper().readTree("{\"name\": \"c\", \"radius\": 1}"), circle);

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("Its \"@type\" must be \"Circle\".");
    }

    @Test
    void shortensWhatItQuotes() throws JsonProcessingException {
        check("[" + "1,".repeat(1000) + "1]");

        assertThat(problems.list().getFirst().message()).hasSizeLessThan(120).endsWith("….");
    }

    @Test
    void leavesNothingBehindWhereSomethingWasWrong() throws JsonProcessingException {
        assertThat(check(GOOD.replace("[1]", "[1, \"two\"]")).path("depths").toString())
                .isEqualTo("[1,null]");
    }

    @Test
    void readsAbsentListsAsEmptyOnlyWhereTheyAreLeftOut() throws JsonProcessingException {
        DataType containers = reader.read(Specimens.Tree.class);
        JsonNode leaf = new ObjectMapper().readTree("{\"label\": \"leaf\"}");
        JsonNode checked =
                new Conformance(reader.types(), path -> path, problems, Empties.LEFT_OUT).check(leaf, containers);

        assertThat(problems.list()).isEmpty();
        assertThat(new JsonDecoder().decode(checked, Specimens.Tree.class))
                .isEqualTo(new Specimens.Tree("leaf", List.of()));

        conformance().check(leaf, containers);
        assertThat(problems.list()).extracting(Problem::where).containsExactly("in $.children");
    }

    private JsonNode check(String json) throws JsonProcessingException {
        return conformance().check(new ObjectMapper().readTree(json), params);
    }

    private Conformance conformance() {
        return new Conformance(reader.types(), path -> "in " + path, problems);
    }
}
