package dev.penstock.check;

import static dev.penstock.check.Specs.AT;
import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.call;
import static dev.penstock.check.Specs.constant;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.graph;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.output;
import static dev.penstock.check.Specs.pipeline;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.type;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodeRuleTest {

    private static final Predicate POSITIVE =
            new Predicate.Compare(get(IN, "number"), Comparison.MORE_THAN, constant("0", "int"));

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        new Node.RunWorkflow("x", " ", new TreeMap<>(), type("int"), List.of(), List.of(), AT),
                        "The workflow has no name."),
                Arguments.of(
                        new Node.Repeat(
                                "x",
                                get(IN, "number"),
                                graph(new State("x")),
                                POSITIVE,
                                0,
                                type("int"),
                                List.of(),
                                List.of(),
                                AT),
                        "The loop never runs."),
                Arguments.of(
                        new Node.Approval(
                                "x",
                                get(IN, "number"),
                                "",
                                type("dev.penstock.flow.Approved<int>"),
                                List.of(),
                                List.of(),
                                AT),
                        "Nobody may approve."),
                Arguments.of(
                        new Node.Pause("x", get(IN, "number"), Duration.ZERO, type("int"), List.of(), List.of(), AT),
                        "The pause lasts PT0S."),
                Arguments.of(
                        new Node.Pause("x", get(IN, "number"), ofHours(-1), type("int"), List.of(), List.of(), AT),
                        "The pause lasts PT-1H."),
                Arguments.of(
                        new Node.Provided("x", get(IN, "number"), POSITIVE, "", type("int"), List.of(), List.of(), AT),
                        "The run would be rejected without a reason."));
    }

    @ParameterizedTest
    @MethodSource("others")
    void saysWhatCannotBeMeantOfOtherSteps(Node node, String message) {
        assertThat(Specs.told(spec(node, call("k", "int", new Input(output("x"), node.output())))))
                .containsExactly("invalid-option: In \"x\": " + message);
    }

    @Test
    void looksAtWhatAPipelineSaysOfItsRuns() {
        PipelineSpec plain = pipeline("Not A Name", graph(get(IN, "number")));
        PipelineSettings settings =
                PipelineSettings.none().timeout(Duration.ZERO).budget("-1");
        PipelineSpec wrong = new PipelineSpec(
                plain.name(),
                "P",
                settings,
                plain.input(),
                plain.output(),
                Optional.empty(),
                plain.graph(),
                Optional.empty(),
                Optional.empty(),
                AT);

        assertThat(Specs.told(Specs.of(wrong)))
                .containsExactly(
                        "invalid-name: \"Not A Name\" is no name for a pipeline.",
                        "invalid-option: Runs of \"Not A Name\" may last PT0S.",
                        "invalid-option: Runs of \"Not A Name\" may cost -1.");
    }

    @Test
    void wantsEachNameOncePerPipeline() {
        Node inner = new Node.RunPipeline(
                "inner",
                pipeline("p", graph(get(IN, "number"), call("a", "int"))),
                input(IN, "Params"),
                type("int"),
                List.of(),
                List.of(),
                AT);

        assertThat(Specs.told(spec(call("a", "int"), inner))).isEmpty();
        assertThat(Specs.told(spec(call("a", "int"), call("a", "int"), call("B", "int"))))
                .containsExactly(
                        "duplicate-name: Two steps are called \"a\" (P.java:7 and :7).",
                        "invalid-name: \"B\" is no name for a step.");
    }

    @Test
    void wantsWhatIsPureToBeUsed() {
        Node map = new Node.ForEach(
                "x",
                input(get(IN, "numbers"), "list<int>"),
                graph(output("a"), Specs.apply("a", get(IN, "number"), List.of())),
                type("list<int>"),
                List.of(),
                List.of(),
                AT);

        assertThat(Specs.told(spec(
                        map,
                        Specs.apply("b", get(IN, "number"), List.of()),
                        Specs.apply("c", get(IN, "number"), List.of()),
                        call("k", "int", input(output("c"), "int")))))
                .containsExactly(
                        "dangling-step: Nobody uses what \"x\" yields, and it has no effect.",
                        "dangling-step: Nobody uses what \"b\" yields, and it has no effect.");
    }
}
