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

import dev.penstock.spec.Expression.HandlerInput;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlowRuleTest {

    private static final Predicate POSITIVE =
            new Predicate.Compare(get(IN, "number"), Comparison.MORE_THAN, constant("0", "int"));

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

    private static Node forEach(Input items, Graph body, String output) {
        return new Node.ForEach("x", items, body, type(output), List.of(), List.of(), AT);
    }

    private static Node inside(Input input, String output) {
        return new Node.RunPipeline(
                "x", pipeline("inner", graph(get(IN, "number"))), input, type(output), List.of(), List.of(), AT);
    }

    @ParameterizedTest
    @MethodSource("wrongNodes")
    void saysWhatIsWrongWithAStep(Node node, String told) {
        assertThat(told(spec(node, call("k", "int", new Input(output("x"), node.output())))))
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
