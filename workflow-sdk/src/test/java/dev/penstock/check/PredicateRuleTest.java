package dev.penstock.check;

import static dev.penstock.check.Specs.AT;
import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.call;
import static dev.penstock.check.Specs.constant;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.graph;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.output;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.spec.Predicate.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateRuleTest {

    private static final Predicate POSITIVE =
            new Predicate.Compare(get(IN, "number"), Comparison.MORE_THAN, constant("0", "int"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | AT_LEAST | 1 | int | ",
                "number | EQUAL_TO | \"a\" | string | int is compared with string.",
                "number | AT_LEAST | 1.5 | double | int is compared with double.",
                "note | EQUAL_TO | null | optional<nothing> | ",
                "note | MORE_THAN | \"a\" | string | Values of type optional<string> have no order. & optional<string> is compared with string.",
                "shape | EQUAL_TO | {\"@type\": \"Square\", \"name\": \"s\", \"side\": 1} | Square | ",
                "shape | UP_TO | {\"@type\": \"Square\", \"name\": \"s\", \"side\": 1} | Square | Values of type Shape have no order.",
                "numbers | LESS_THAN | [] | list<nothing> | Values of type list<int> have no order.",
                "nmber | AT_LEAST | 1 | int | Params has no component \"nmber\".",
            })
    void comparesWhatCanBeCompared(
            String component, Comparison comparison, String bound, String type, String messages) {
        Predicate compare = new Predicate.Compare(get(IN, component), comparison, constant(bound, type));

        assertThat(problems(compare)).containsExactly(messages == null ? new String[0] : messages.split(" & ", -1));
        assertThat(problems(
                        new Predicate.Not(new Predicate.And(List.of(POSITIVE, new Predicate.Or(List.of(compare)))))))
                .isEqualTo(problems(compare));
    }

    @ParameterizedTest
    @CsvSource({
        "note, PRESENT, ",
        "note, ABSENT, ",
        "numbers, EMPTY, ",
        "numbers, NOT_EMPTY, ",
        "number, TRUE, int cannot be true.",
        "number, PRESENT, int cannot be present.",
        "note, EMPTY, optional<string> cannot be empty.",
        "shape, NOT_EMPTY, Shape cannot be not empty."
    })
    void asksWhatCanBeAnswered(String component, Property property, String message) {
        assertThat(problems(new Predicate.Is(get(IN, component), property)))
                .containsExactly(message == null ? new String[0] : new String[] {message});
    }

    @Test
    void choosesAmongValuesOfTheSameType() {
        assertThat(problems(new Predicate.OneOf(
                        get(IN, "number"), List.of(constant("1", "int"), constant("\"2\"", "string")))))
                .containsExactly("A choice is string, but int is needed.");
    }

    private static List<String> problems(Predicate predicate) {
        Node when = new Node.When(
                "x",
                predicate,
                graph(get(IN, "number")),
                graph(get(IN, "number")),
                type("int"),
                List.of(),
                List.of(),
                AT);
        return Specs.problems(spec(when, call("k", "int", input(output("x"), "int")))).stream()
                .map(problem -> problem.message())
                .toList();
    }
}
