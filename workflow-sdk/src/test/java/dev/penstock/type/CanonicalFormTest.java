package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.problem.Problems;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people may write for a scalar, and the one form in which it is kept. */
class CanonicalFormTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "double | 1 | 1.0",
                "double | 1e22 | 1.0E22",
                "double | -0.0 | -0.0",
                "double | \"NaN\" | \"NaN\"",
                "double | \"-Infinity\" | \"-Infinity\"",
                "double | 123456789012345678901234567890 | 1.2345678901234568E29",
                "float | 0.1 | 0.1",
                "float | 0.10000000149011612 | 0.1",
                "float | 16777217 | 1.6777216E7",
                "long | 9223372036854775807 | 9223372036854775807",
                "integer | 123456789012345678901234567890 | 123456789012345678901234567890",
                "decimal | 12 | \"12\"",
                "decimal | \"12.50\" | \"12.50\"",
                "decimal | \"1e3\" | \"1E+3\"",
                "uri | \"S3://Bucket/a%20b\" | \"S3://Bucket/a%20b\"",
                "uuid | \"123E4567-E89B-12D3-A456-426614174000\" | \"123e4567-e89b-12d3-a456-426614174000\"",
                "duration | \"90m\" | \"PT1H30M\"",
                "duration | \"PT-5M\" | \"PT-5M\"",
                "period | \"P2W\" | \"P14D\"",
                "instant | \"2026-01-31T13:00:00+01:00\" | \"2026-01-31T12:00:00Z\"",
                "time | \"12:30:00.000\" | \"12:30\"",
                "offset-datetime | \"2026-01-31T12:30:00.0+00:00\" | \"2026-01-31T12:30Z\"",
                "zone | \"+1\" | \"+01:00\"",
                "optional<int> | null | null",
                "list<optional<duration>> | [\"60s\", null] | [\"PT1M\",null]",
                "map<double> | {\"b\": 1, \"a\": 2} | {\"a\":2.0,\"b\":1.0}",
            })
    void isTheSameForEqualValues(String type, String written, String kept) throws JsonProcessingException {
        Problems problems = new Problems();
        JsonNode canonical = check(type, MAPPER.readTree(written), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(CanonicalJson.compact(canonical)).isEqualTo(kept);
        assertThat(check(type, canonical, problems))
                .as("a canonical form is its own")
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "string | 1",
                "boolean | \"true\"",
                "byte | 128",
                "short | -32769",
                "int | 2147483648",
                "int | 1.0",
                "int | \"1\"",
                "long | 9223372036854775808",
                "float | 1e39",
                "float | -3.4028236e38",
                "double | 1e309",
                "double | \"0.5\"",
                "double | \"nan\"",
                "integer | 1.5",
                "decimal | \"1,5\"",
                "decimal | \"\"",
                "decimal | \"NaN\"",
                "decimal | true",
                "uri | \"a b\"",
                "uuid | \"x\"",
                "duration | 90",
                "duration | \"soon\"",
                "period | \"1M\"",
                "instant | \"2026-01-31\"",
                "instant | 1700000000",
                "date | \"2026-02-30\"",
                "date | \"31.01.2026\"",
                "time | \"25:00\"",
                "datetime | \"2026-01-31T12:30Z\"",
                "offset-datetime | \"2026-01-31T12:30\"",
                "zoned-datetime | \"2026-01-31T12:30+01:00[Europe/Bielefeld]\"",
                "year-month | \"2026-13\"",
                "zone | \"Mars\"",
                "nothing | null",
            })
    void isDeniedToEverythingElse(String type, String written) throws JsonProcessingException {
        Problems problems = new Problems();

        assertThat(check(type, MAPPER.readTree(written), problems).isNull()).isTrue();
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("Expected " + type + ", got ");
            assertThat(problem.remedy()).startsWith("Example: ");
        });
    }

    @Test
    void keepsEveryDigitOfADecimalThatWasReadWithAllOfThem() throws JsonProcessingException {
        JsonNode exact = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree("100000000000000000000.123");

        assertThat(check("decimal", exact, new Problems()).textValue()).isEqualTo("100000000000000000000.123");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"JSON", "NOTHING"},
            mode = EnumSource.Mode.EXCLUDE)
    void isKnownForTheExampleOfEachScalar(Scalar scalar) throws JsonProcessingException {
        for (String example : scalar.example().split(" or ", -1)) {
            Problems problems = new Problems();
            check(scalar.text(), MAPPER.readTree(example), problems);
            assertThat(problems.list()).as(example).isEmpty();
        }
    }

    @Test
    void sortsKeysAtEveryDepthWhateverOrderTheyCameIn() throws JsonProcessingException {
        JsonNode one = MAPPER.readTree("{\"b\":[{\"z\":1,\"a\":2}],\"a\":{}}");
        JsonNode other = MAPPER.readTree("{\"a\":{},\"b\":[{\"a\":2,\"z\":1}]}");

        assertThat(CanonicalJson.compact(one)).isEqualTo("{\"a\":{},\"b\":[{\"a\":2,\"z\":1}]}");
        assertThat(CanonicalJson.digest(one))
                .isEqualTo(CanonicalJson.digest(other))
                .matches("sha256:[0-9a-f]{64}");
        assertThat(CanonicalJson.pretty(one).lines())
                .isEqualTo(Arrays.asList(
                        "{",
                        "  \"a\": {},",
                        "  \"b\": [",
                        "    {",
                        "      \"a\": 2,",
                        "      \"z\": 1",
                        "    }",
                        "  ]",
                        "}"));
    }

    private static JsonNode check(String type, JsonNode json, Problems problems) {
        return new Conformance(new Types(new TreeMap<>()), path -> path, problems).check(json, DataType.parse(type));
    }
}
