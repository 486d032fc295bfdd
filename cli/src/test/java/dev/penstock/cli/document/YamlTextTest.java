package dev.penstock.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true          | true",
                "no            | \"no\"",
                "yes           | \"yes\"",
                "Off           | \"Off\"",
                "on            | \"on\"",
                "~             | null",
                "null          | null",
                "42            | 42",
                "-1            | -1",
                "+7            | 7",
                "0x1F          | 31",
                "0o17          | 15",
                "017           | 17",
                "1_000         | \"1_000\"",
                "1.50          | 1.50",
                "1e3           | 1E+3",
                ".inf          | \"Infinity\"",
                "-.inf         | \"-Infinity\"",
                ".nan          | \"NaN\"",
                "12:30:45      | \"12:30:45\"",
                "2026-01-31    | \"2026-01-31\"",
                "\"5\"         | \"5\"",
                "'true'        | \"true\"",
                "!!str 5       | \"5\"",
                "99999999999999999999 | 99999999999999999999"
            })
    void followsYaml12(String yaml, String json) {
        assertThat(sound("value: " + yaml).get("value").toString()).isEqualTo(json.strip());
    }

    @Test
    void knowsThePlacesOfValuesAndKeys() {
        Document document = document("""
            name: x
            list:
              - 1
              - deep: {er: 2}
            """);
        assertThat(document.whereValue("$")).isEqualTo("f.yaml:1:1");
        assertThat(document.whereValue("$.name")).isEqualTo("f.yaml:1:7");
        assertThat(document.whereValue("$.list[1].deep.er")).isEqualTo("f.yaml:4:16");
        assertThat(document.whereKey("$.list[1].deep.er")).isEqualTo("f.yaml:4:12");
        assertThat(document.whereValue("$.list[1].deep.gone")).isEqualTo("f.yaml:4:11");
    }

    @Test
    void followsAnchors() {
        assertThat(sound("a: &x [1, 2]\nb: *x\n").get("b")).hasSize(2);
    }

    @Test
    void refusesTabs() {
        refused("a:\n\tb: 1\n", "f.yaml:2:1", "TAB", "spaces, not with tabs");
    }

    @Test
    void refusesRepeatedKeys() {
        refused("a: 1\nb: 2\na: 3\n", "f.yaml:3:1", "\"a\" is given twice, first in line 1", "Keep one");
    }

    @Test
    void refusesSecondDocuments() {
        refused("a: 1\n---\nb: 2\n", "f.yaml:2:1", "second document", "one document per file");
    }

    @Test
    void refusesEmptyTexts() {
        refused("", "f.yaml", "nothing in it", "name: value");
        refused("# only a remark\n", "f.yaml", "nothing in it", "name: value");
    }

    @Test
    void refusesKeysThatAreNoText() {
        refused("1: x\n", "f.yaml:1:1", "The key 1 is not a text", "\"1\"");
        refused("? [a]\n: x\n", "f.yaml:1:3", "must be a plain text", "before the colon");
        refused("?\n: x\n", "f.yaml:", "A key is missing", "before the colon");
        refused("~: x\n", "f.yaml:1:1", "The key ~ is not a text", "\"~\"");
    }

    @Test
    void refusesMergeKeys() {
        refused("a: &a {x: 1}\nb:\n  <<: *a\n", "f.yaml:3:3", "no merge key", "Write the values out");
    }

    @Test
    void refusesTagsOfOtherLanguages() {
        refused("a: !!java.net.URL [x]\n", "f.yaml:1:4", "tag", "without a tag");
        refused("a: !secret x\n", "f.yaml:1:4", "The tag !secret is not known", "without a tag");
    }

    @Test
    void refusesAliasesOfNothing() {
        refused("a: *gone\n", "f.yaml:1:4", "anchor &gone", "Write the value out");
    }

    @Test
    void refusesValuesThatContainThemselves() {
        refused("a: &a [*a]\n", "f.yaml:1:8", "anchor &a", "Write the value out");
    }

    @Test
    void refusesAliasesThatGrowBeyondMeasure() {
        String bomb = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "a%s: &a%s [*a%s,*a%s,*a%s]".formatted(i, i, i - 1, i - 1, i - 1))
                .collect(Collectors.joining("\n", "a0: &a0 x\n", "\n"));
        List<Problem> problems = problems(bomb);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).contains("more than 100000 values");
    }

    @Test
    void refusesDepthBeyondMeasure() {
        refused("[".repeat(100_000), "f.yaml:1:202", "deeper than 200 levels", "flatter");
    }

    @Test
    void tellsWhereTheFormIsBroken() {
        refused("a: [1, 2\nb: 3\n", "f.yaml:2:", "not YAML", "Mend");
        refused("a: \"open\n", "f.yaml:2:1", "not YAML", "Mend");
        refused("a: b: c\n", "f.yaml:1:5", "not YAML", "Mend");
        refused("a: \u0000\n", "f.yaml", "not YAML", "UTF-8");
    }

    private static JsonNode sound(String yaml) {
        return document(yaml).json();
    }

    private static Document document(String yaml) {
        Problems problems = new Problems();
        Document document = YamlText.read("f.yaml", yaml, problems).orElseThrow();
        assertThat(problems.list()).isEmpty();
        return document;
    }

    private static void refused(String yaml, String where, String message, String remedy) {
        assertThat(problems(yaml)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.MALFORMED);
            assertThat(problem.where()).startsWith(where);
            assertThat(problem.message()).contains(message);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    private static List<Problem> problems(String yaml) {
        Problems problems = new Problems();
        YamlText.read("f.yaml", yaml, problems);
        return problems.list();
    }
}
