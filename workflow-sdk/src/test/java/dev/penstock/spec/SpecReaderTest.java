package dev.penstock.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.spec.sample.SamplePipeline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpecReaderTest {

    private static final String GOOD = Spec.of(new SamplePipeline()).toJson();

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{", ":1:2", "Unexpected end-of-input: expected close marker for Object, opened at 1:1."),
                Arguments.of(
                        "{\n  \"schema\": 1,\n  oops\n}",
                        ":3:",
                        "Unexpected character ('o' (code 111)): was expecting double-quote"),
                Arguments.of("{\n\"schema\": 1,\n\"schema\": 1}", ":3:", "Duplicate field 'schema'"),
                Arguments.of("{} {}", ":1:", "something follows after its end."),
                Arguments.of("\0", ":1:", "Illegal character"),
                Arguments.of("{\"a\": \"\0\"}", ":1:", "Illegal unquoted character"),
                Arguments.of("{'schema': 1}", ":1:", "Unexpected character"),
                Arguments.of("// comment\n{}", ":1:", "Unexpected character"),
                Arguments.of(
                        "[".repeat(100_000), "", "Document nesting depth (301) exceeds the maximum allowed (300)."),
                Arguments.of("{\"a\":".repeat(100_000), "", "nesting depth"),
                Arguments.of(
                        "{\"schema\": 1" + "0".repeat(2000) + "}",
                        "",
                        "Number value length (2001) exceeds the maximum allowed (1000)."),
                Arguments.of("NaN", ":1:", "Non-standard token 'NaN'"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void saysWhereTextIsNotJson(String text, String place, String message) {
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.MALFORMED);
            assertThat(problem.where()).startsWith("spec.json" + place);
            assertThat(problem.message())
                    .startsWith("This cannot be read as JSON: ")
                    .contains(message);
            assertThat(problem.remedy()).isEqualTo("Write the spec anew: penstock plan PIPELINE --write-spec FILE.");
        });
    }

    static Stream<Arguments> notASpec() {
        return Stream.of(
                Arguments.of("", Code.WRONG_TYPE, "$", "Expected Spec, got nothing."),
                Arguments.of("null", Code.WRONG_TYPE, "$", "Expected Spec, got nothing."),
                Arguments.of("[]", Code.WRONG_TYPE, "$", "Expected Spec, got the list []."),
                Arguments.of("\"iris\"", Code.WRONG_TYPE, "$", "Expected Spec, got the text \"iris\"."),
                Arguments.of(
                        without("\"schema\": 1,"),
                        Code.MISSING_VALUE,
                        "$.schema",
                        "\"schema\" is missing; it is needed and of type int."),
                Arguments.of(
                        with("\"schema\": 1", "\"schema\": \"1\""),
                        Code.WRONG_TYPE,
                        "$.schema",
                        "Expected int, got the text \"1\"."),
                Arguments.of(
                        with("\"schema\": 1", "\"schema\": 1.5"),
                        Code.WRONG_TYPE,
                        "$.schema",
                        "Expected int, got the number 1.5."),
                Arguments.of(
                        with("\"schema\": 1", "\"shema\": 1, \"schema\": 1"),
                        Code.UNKNOWN_NAME,
                        "$.shema",
                        "Spec has no component \"shema\"."),
                Arguments.of(
                        with("\"@type\": \"ForEach\"", "\"@type\": \"ForEech\""),
                        Code.WRONG_TYPE,
                        "$.pipeline.graph.nodes[0]",
                        "Expected Node, got "),
                Arguments.of(
                        without("\"@type\": \"ForEach\","),
                        Code.WRONG_TYPE,
                        "$.pipeline.graph.nodes[0]",
                        "Expected Node, got "),
                Arguments.of(
                        with("\"comparison\": \"AT_LEAST\"", "\"comparison\": \"at-least\""),
                        Code.WRONG_TYPE,
                        ".comparison",
                        "Expected Comparison, got the text \"at-least\"."),
                Arguments.of(
                        with("\"atMost\": 5", "\"atMost\": null"),
                        Code.MISSING_VALUE,
                        ".atMost",
                        "\"atMost\" is missing; it is needed and of type int."),
                Arguments.of(
                        with("\"duration\": \"PT30M\"", "\"duration\": \"soon\""),
                        Code.WRONG_TYPE,
                        ".duration",
                        "Expected duration, got the text \"soon\"."),
                Arguments.of(
                        with("\"output\": \"list<", "\"output\": \"list<<"),
                        Code.MALFORMED,
                        ".output",
                        "This is not a spec: not a type: "),
                Arguments.of(
                        with("\"kind\": \"model\"", "\"kind\": \"weights\""),
                        Code.MALFORMED,
                        ".kind",
                        "This is not a spec: not a kind of artifact: \"weights\"."));
    }

    @ParameterizedTest
    @MethodSource("notASpec")
    void saysWhichPartOfJsonIsNoSpec(String text, Code code, String place, String message) {
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.where()).startsWith("spec.json at $").endsWith(place);
            assertThat(problem.message()).startsWith(message);
        });
    }

    @Test
    void refusesWhatANewerVersionWroteWhateverItHolds() {
        for (String schema : List.of("2", "2147483648", "99999999999999999999")) {
            assertThat(problems("{\"schema\": " + schema + ", \"what\": \"ever\"}"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo(Code.NEWER_SCHEMA);
                        assertThat(problem.message())
                                .isEqualTo("This spec has schema version " + schema + "; this Penstock reads up to 1.");
                    });
        }
    }

    @Test
    void refusesAVersionThatNeverWas() {
        assertThat(problems(with("\"schema\": 1", "\"schema\": 0")))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("There never was a schema version 0.");
    }

    @Test
    void reportsEverythingThatIsWrongWithTheFormAtOnce() {
        String wrong = with("\"schema\": 1", "\"schema\": \"1\"")
                .replace("\"PT30M\"", "7")
                .replace("\"atMost\": 5", "\"atMots\": 5");

        assertThat(problems(wrong))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(Code.WRONG_TYPE, Code.WRONG_TYPE, Code.UNKNOWN_NAME, Code.MISSING_VALUE);
    }

    @Test
    void doesNotMindOrderOrSpace() {
        assertThat(Spec.parse(GOOD.replaceAll("\n\\s*", ""), "spec.json")).isEqualTo(Spec.parse(GOOD, "spec.json"));
    }

    private static String without(String part) {
        return with(part, "");
    }

    private static String with(String part, String other) {
        assertThat(GOOD).contains(part);
        return GOOD.substring(0, GOOD.indexOf(part)) + other + GOOD.substring(GOOD.indexOf(part) + part.length());
    }

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(InvalidInputException.class, () -> Spec.parse(text, "spec.json"))
                .problems();
    }
}
