package dev.penstock.check;

import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.call;
import static dev.penstock.check.Specs.constant;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.output;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.told;
import static dev.penstock.check.Specs.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.HandlerInput;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Expression.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one expression refers to, and whether it fits. */
class TypingTest {

    static Stream<Arguments> wrongInputs() {
        return Stream.of(
                Arguments.of(output("nowhere"), "int", "unknown-reference: There is no \"nowhere\" here."),
                Arguments.of(new Item("map"), "int", "unknown-reference: There is no item of \"map\" here."),
                Arguments.of(new State("loop"), "int", "unknown-reference: There is no state of \"loop\" here."),
                Arguments.of(new HandlerInput(), "int", "unknown-reference: There is no failure or ending here."),
                Arguments.of(get(IN, "nmber"), "int", "unknown-reference: Params has no component \"nmber\"."),
                Arguments.of(
                        get(get(IN, "number"), "value"), "int", "unknown-reference: int has no component \"value\"."),
                Arguments.of(
                        get(get(IN, "shape"), "side"),
                        "int",
                        "unknown-reference: Shape has no component \"side\" that all of its records share."),
                Arguments.of(get(IN, "number"), "string", "type-mismatch: An input is int, but string is needed."),
                Arguments.of(
                        get(IN, "numbers"),
                        "list<long>",
                        "type-mismatch: An input is list<int>, but list<long> is needed."),
                Arguments.of(
                        get(IN, "note"),
                        "string",
                        "type-mismatch: An input is optional<string>, but string is needed."),
                Arguments.of(get(IN, "shape"), "Circle", "type-mismatch: An input is Shape, but Circle is needed."),
                Arguments.of(constant("\"one\"", "int"), "int", "wrong-type: Expected int, got the text \"one\"."),
                Arguments.of(constant("null", "int"), "int", "wrong-type: Expected int, got nothing."),
                Arguments.of(constant("null", "nothing"), "int", "wrong-type: Expected nothing, got nothing."),
                Arguments.of(
                        constant("\"BLUE\"", "Color"), "Color", "wrong-type: Expected Color, got the text \"BLUE\"."),
                Arguments.of(
                        constant("{\"@type\": \"Circle\", \"name\": \"c\"}", "Shape"),
                        "Shape",
                        "missing-value: \"radius\" is missing; it is needed and of type double."),
                Arguments.of(
                        constant("{\"uri\": \"x\"}", "Classifier"),
                        "Classifier",
                        "missing-value: \"digest\" is missing; it is needed and of type string."),
                Arguments.of(
                        new Items(List.of(get(IN, "note")), type("int")),
                        "list<int>",
                        "type-mismatch: An item of a list is optional<string>, but int is needed."),
                Arguments.of(
                        circle(Map.of("name", get(IN, "number"), "radius", constant("1.0", "double"))),
                        "Circle",
                        "type-mismatch: The component \"name\" is int, but string is needed."),
                Arguments.of(
                        circle(Map.of("name", constant("\"c\"", "string"))),
                        "Circle",
                        "missing-value: Circle is made without its component \"radius\"."),
                Arguments.of(
                        circle(Map.of(
                                "name",
                                constant("\"c\"", "string"),
                                "radius",
                                constant("1.0", "double"),
                                "side",
                                get(IN, "number"))),
                        "Circle",
                        "unknown-reference: Circle is made with \"side\", which is no component of it."),
                Arguments.of(
                        new Construct(type("Shape"), new TreeMap<>()),
                        "Shape",
                        "type-mismatch: Shape is no record that can be made."),
                Arguments.of(
                        new Text("{} and {}", List.of(get(IN, "number"))),
                        "string",
                        "missing-value: The text \"{} and {}\" has 2 places for values and 1 values."),
                Arguments.of(
                        new Text("{}", List.of(output("nowhere"))),
                        "string",
                        "unknown-reference: There is no \"nowhere\" here."));
    }

    private static Construct circle(Map<String, Expression> components) {
        return new Construct(type("Circle"), new TreeMap<>(components));
    }

    @ParameterizedTest
    @MethodSource("wrongInputs")
    void saysWhatIsWrongWithAnInput(Expression from, String needed, String told) {
        assertThat(told(spec(call("k", "int", input(from, needed))))).containsExactly(told);
    }
}
