package dev.penstock.check;

import static dev.penstock.check.Specs.AT;
import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.apply;
import static dev.penstock.check.Specs.call;
import static dev.penstock.check.Specs.constant;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.graph;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.output;
import static dev.penstock.check.Specs.pipeline;
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
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlowRuleTest {

    private static final Predicate POSITIVE =
            new Predicate.Compare(get(IN, "number"), Comparison.MORE_THAN, constant("0", "int"));

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

    static Stream<Arguments> wrongNodes() {
        Graph body = graph(new Item("x"));
        return Stream.of(
                Arguments.of(
                        forEach(input(get(IN, "number"), "list<int>"), body, "list<int>"),
                        "type-mismatch: What is mapped over is int, but list<int> is needed."),
                Arguments.of(
                        forEach(input(get(IN, "numbers"), "list<int>"), body, "list<string>"),
                        "type-mismatch: What the body of \"x\" yields is int, but string is needed."),
                Arguments.of(
                        forEach(
                                input(get(IN, "numbers"), "list<int>"),
                                new Graph(List.of(), Optional.empty()),
                                "list<int>"),
                        "type-mismatch: \"x\" is said to yield list<int>, but yields nothing."),
                Arguments.of(
                        forEach(input(get(IN, "numbers"), "list<int>"), graph(new State("x")), "list<int>"),
                        "unknown-reference: There is no state of \"x\" here."),
                Arguments.of(
                        new Node.When(
                                "x",
                                POSITIVE,
                                graph(get(IN, "number")),
                                graph(get(IN, "note")),
                                type("int"),
                                List.of(),
                                List.of(),
                                AT),
                        "type-mismatch: What the body of \"x\" yields is optional<string>, but int is needed."),
                Arguments.of(
                        new Node.Repeat(
                                "x",
                                get(IN, "note"),
                                graph(new State("x")),
                                POSITIVE,
                                3,
                                type("int"),
                                List.of(),
                                List.of(),
                                AT),
                        "type-mismatch: The first state is optional<string>, but int is needed."),
                Arguments.of(
                        new Node.Repeat(
                                "x",
                                get(IN, "number"),
                                graph(get(IN, "note")),
                                POSITIVE,
                                3,
                                type("int"),
                                List.of(),
                                List.of(),
                                AT),
                        "type-mismatch: What the body of \"x\" yields is optional<string>, but int is needed."),
                Arguments.of(
                        new Node.Provided(
                                "x", get(IN, "number"), POSITIVE, "why", type("string"), List.of(), List.of(), AT),
                        "type-mismatch: The value is int, but string is needed."),
                Arguments.of(
                        new Node.Pause(
                                "x", get(IN, "number"), Duration.ofHours(1), type("string"), List.of(), List.of(), AT),
                        "type-mismatch: The value is int, but string is needed."),
                Arguments.of(
                        new Node.Approval("x", get(IN, "number"), "owners", type("int"), List.of(), List.of(), AT),
                        "type-mismatch: \"x\" is said to yield int, but yields Approved<int>."),
                Arguments.of(
                        inside(input(get(IN, "number"), "Params"), "int"),
                        "type-mismatch: The input of \"inner\" is int, but Params is needed."),
                Arguments.of(
                        inside(input(IN, "Params"), "string"),
                        "type-mismatch: \"x\" is said to yield string, but yields int."),
                Arguments.of(
                        inside(input(get(IN, "number"), "int"), "int"),
                        "type-mismatch: The input of \"inner\" is int, but Params is needed."),
                Arguments.of(
                        apply("x", get(IN, "number"), List.of("nowhere")),
                        "unknown-reference: There is no \"nowhere\" here."));
    }

    private static Node forEach(dev.penstock.spec.Input items, Graph body, String output) {
        return new Node.ForEach("x", items, body, type(output), List.of(), List.of(), AT);
    }

    private static Node inside(dev.penstock.spec.Input input, String output) {
        return new Node.RunPipeline(
                "x", pipeline("inner", graph(get(IN, "number"))), input, type(output), List.of(), List.of(), AT);
    }

    @ParameterizedTest
    @MethodSource("wrongNodes")
    void saysWhatIsWrongWithAStep(Node node, String told) {
        assertThat(told(spec(node, call("k", "int", new dev.penstock.spec.Input(output("x"), node.output())))))
                .containsExactly(told);
    }

    @Test
    void looksAtWhatThePipelineYields() {
        assertThat(told(Specs.of(pipeline("p", graph(get(IN, "note"))))))
                .containsExactly("type-mismatch: What \"p\" yields is optional<string>, but int is needed.");
        assertThat(told(Specs.of(pipeline("p", new Graph(List.of(), Optional.empty())))))
                .containsExactly("type-mismatch: \"p\" is said to yield int, but yields nothing.");
    }

    @Test
    void tellsHandlersWhatTheyMayRead() {
        Graph steps = graph(get(IN, "number"), call("done", "int"));
        Graph handler = new Graph(
                List.of(
                        call(
                                "page",
                                "int",
                                input(get(new HandlerInput(), "message"), "string"),
                                input(get(IN, "number"), "int")),
                        call(
                                "wrong",
                                "int",
                                input(output("done"), "int"),
                                input(get(new HandlerInput(), "result"), "string"))),
                Optional.empty());
        PipelineSpec plain = pipeline("p", steps);
        PipelineSpec handled = new PipelineSpec(
                "p",
                "P",
                plain.settings(),
                plain.input(),
                plain.output(),
                Optional.empty(),
                steps,
                Optional.of(handler),
                Optional.empty(),
                AT);

        assertThat(told(Specs.of(handled)))
                .containsExactly(
                        "unknown-reference: There is no \"done\" here.",
                        "unknown-reference: Failure has no component \"result\".");
    }

    @Test
    void keepsTheStepsOfABodyInside() {
        Node map = new Node.ForEach(
                "x",
                input(get(IN, "numbers"), "list<int>"),
                graph(output("inner"), apply("inner", new Item("x"), List.of())),
                type("list<int>"),
                List.of(),
                List.of(),
                AT);

        assertThat(told(spec(map, call("k", "int", input(output("inner"), "int"), input(output("x"), "list<int>")))))
                .containsExactly("unknown-reference: There is no \"inner\" here.");
    }

    @Test
    void looksIntoPipelinesInside() {
        PipelineSpec inner = pipeline("inner", graph(output("nowhere")));

        assertThat(told(spec(
                        new Node.RunPipeline("x", inner, input(IN, "Params"), type("int"), List.of(), List.of(), AT))))
                .containsExactly("unknown-reference: There is no \"nowhere\" here.");
    }

    @Test
    void acceptsASoundSpec() {
        assertThat(told(spec(call(
                        "k",
                        "int",
                        input(get(get(IN, "shape"), "name"), "string"),
                        input(constant("[]", "list<nothing>"), "list<Shape>")))))
                .isEmpty();
    }
}
