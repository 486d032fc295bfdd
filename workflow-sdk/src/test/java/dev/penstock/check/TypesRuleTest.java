package dev.penstock.check;

import static dev.penstock.check.Specs.AT;
import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.call;
import static dev.penstock.check.Specs.constant;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.graph;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.pipeline;
import static dev.penstock.check.Specs.record;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.told;
import static dev.penstock.check.Specs.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Spec;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypesRuleTest {

    static Stream<Arguments> unsound() {
        return Stream.of(
                Arguments.of(
                        record(false, "part: list<map<optional<Gone>>>"),
                        "unknown-reference: The type Gone is not defined."),
                Arguments.of(
                        new FamilyType(List.of("Gone")),
                        "type-mismatch: Gone is said to belong to it, but is no record of a family."),
                Arguments.of(
                        new FamilyType(List.of("Shape")),
                        "type-mismatch: Shape is said to belong to it, but is no record of a family."),
                Arguments.of(
                        new FamilyType(List.of("Odd")),
                        "type-mismatch: Odd is said to belong to it, but is no record of a family."),
                Arguments.of(
                        new FamilyType(List.of("Color")),
                        "type-mismatch: Color is said to belong to it, but is no record of a family."),
                Arguments.of(
                        new FamilyType(List.of("Params")),
                        "type-mismatch: Params is said to belong to it, but is no record of a family."),
                Arguments.of(record(false, "anything: json"), "type-mismatch: The type json says nothing of a value."));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void refusesDefinitionsThatNobodyCanRelyOn(TypeDefinition odd, String told) {
        SortedMap<String, TypeDefinition> types = new TreeMap<>(Specs.types().definitions());
        types.put("Odd", odd);
        Spec spec = new Spec(
                Spec.SCHEMA,
                spec(call("k", "int", input(constant("{}", "Odd"), "Odd"))).pipeline(),
                new Types(types));

        assertThat(told(spec)).containsExactly(told);
    }

    @Test
    void acceptsTypesThatContainThemselvesAndThoseWithoutValues() {
        SortedMap<String, TypeDefinition> types = new TreeMap<>(Specs.types().definitions());
        types.put("Tree", record(false, "children: list<Tree>", "moods: list<Mood>"));
        types.put("Mood", new EnumType(List.of()));
        Spec spec = new Spec(
                Spec.SCHEMA,
                spec(call("k", "int", input(constant("{\"children\": [], \"moods\": []}", "Tree"), "Tree")))
                        .pipeline(),
                new Types(types));

        assertThat(told(spec)).isEmpty();
    }

    static Stream<Arguments> unknown() {
        PipelineSettings settings = PipelineSettings.none();
        return Stream.of(
                Arguments.of(spec(call("k", "list<Gone>"))),
                Arguments.of(spec(call("k", "int", input(get(IN, "number"), "Gone")))),
                Arguments.of(spec(call("k", "int", input(constant("1", "Gone"), "int")))),
                Arguments.of(spec(call("k", "int", input(new Items(List.of(), type("Gone")), "list<int>")))),
                Arguments.of(Specs.of(new PipelineSpec(
                        "p",
                        "P",
                        settings,
                        type("Gone"),
                        type("int"),
                        Optional.empty(),
                        graph(constant("1", "int")),
                        Optional.empty(),
                        Optional.empty(),
                        AT))),
                Arguments.of(Specs.of(new PipelineSpec(
                        "p",
                        "P",
                        settings,
                        type("int"),
                        type("Gone"),
                        Optional.empty(),
                        graph(IN),
                        Optional.empty(),
                        Optional.empty(),
                        AT))));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void findsATypeThatIsNotDefinedWhereverItIsNamed(Spec spec) {
        assertThat(told(spec)).containsExactly("unknown-reference: The type Gone is not defined.");
    }

    @Test
    void findsDefaultsThatDoNotConform() {
        PipelineSpec plain = pipeline("p", graph(get(IN, "number")));
        PipelineSpec wrong = new PipelineSpec(
                "p",
                "P",
                plain.settings(),
                plain.input(),
                plain.output(),
                Optional.of(
                        Specs.json(
                                "{\"number\": \"one\", \"numbers\": [1, null], \"shape\": {\"@type\": \"Circle\", \"name\": \"c\"}}")),
                plain.graph(),
                Optional.empty(),
                Optional.empty(),
                AT);

        assertThat(Specs.problems(Specs.of(wrong)))
                .extracting(problem -> problem.where() + " " + problem.message())
                .containsExactly(
                        "P.java:7 (defaults, $.number) Expected int, got the text \"one\".",
                        "P.java:7 (defaults, $.numbers[1]) Expected int, got nothing.",
                        "P.java:7 (defaults, $.shape.radius) \"radius\" is missing; it is needed and of type double.");
    }
}
