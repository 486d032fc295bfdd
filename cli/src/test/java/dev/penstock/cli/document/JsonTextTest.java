package dev.penstock.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void readsNumbersExactly() {
        assertThat(document("[1, 1.10, 123456789012345678901234567890]").json().toString())
                .isEqualTo("[1,1.10,123456789012345678901234567890]");
    }

    @Test
    void knowsThePlacesOfValuesAndKeys() {
        Document document = document("{\n  \"a\": [1,\n    {\"b\": true}]\n}");
        assertThat(document.whereValue("$.a[1].b")).isEqualTo("f.json:3:11");
        assertThat(document.whereKey("$.a[1].b")).isEqualTo("f.json:3:6");
        assertThat(document.whereKey("$.a[1].gone")).isEqualTo("f.json:3:5");
        assertThat(document.whereValue("$.gone")).isEqualTo("f.json:1:1");
    }

    @Test
    void refusesRepeatedKeys() {
        refused("{\"a\": 1,\n \"a\": 2}", "f.json:2:2", "\"a\" is given twice, first in line 1");
    }

    @Test
    void tellsWhereTheFormIsBroken() {
        refused("{\"a\": 1,\n}", "f.json:2:1", "This is not JSON");
        refused("{\"a\": [1", "f.json:1:9", "opened at 1:7");
        refused("nonsense", "f.json:1:", "This is not JSON: Unrecognized token 'nonsense'");
        refused("", "f.json", "There is nothing in it");
        refused("{} {}", "f.json:1:4", "Something follows");
        refused("[".repeat(5000), "f.json", "This is not JSON: Document nesting depth");
    }

    private static Document document(String json) {
        Problems problems = new Problems();
        Document document = JsonText.read("f.json", json, problems).orElseThrow();
        assertThat(problems.list()).isEmpty();
        return document;
    }

    private static void refused(String json, String where, String message) {
        Problems problems = new Problems();
        JsonText.read("f.json", json, problems);
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.MALFORMED);
            assertThat(problem.where()).startsWith(where);
            assertThat(problem.message()).contains(message).doesNotContain("Source");
        });
    }
}
