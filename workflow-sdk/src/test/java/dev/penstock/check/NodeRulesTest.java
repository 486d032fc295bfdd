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
import static dev.penstock.container.Container.image;
import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.container.StatusTest;
import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.spec.Predicate.Property;
import dev.penstock.spec.ResourceTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NodeRulesTest {

    private static final Optional<StatusTest> DONE = Optional.of(new StatusTest.Condition("Done", "True"));
    private static final Predicate POSITIVE =
            new Predicate.Compare(get(IN, "number"), Comparison.MORE_THAN, constant("0", "int"));

    static Stream<Arguments> containers() {
        return Stream.of(
                Arguments.of(image(" "), "\" \" is no image."),
                Arguments.of(image("a b"), "\"a b\" is no image."),
                Arguments.of(image("i").env("A-B", "1"), "\"A-B\" is no name of a variable."),
                Arguments.of(image("i").env("", "1"), "\"\" is no name of a variable."),
                Arguments.of(image("i").env("A", secret("", "key")), "The secret for A has no name or key."),
                Arguments.of(image("i").cpu(0), "cpu must be above zero."),
                Arguments.of(image("i").cpu(Double.POSITIVE_INFINITY), "cpu must be above zero."),
                Arguments.of(image("i").gpu(-1), "The number of GPUs is negative."),
                Arguments.of(image("i").gpu(1, ""), "The kind of GPU has no name."),
                Arguments.of(image("i").memory("16GB"), "\"16GB\" is no amount of memory."),
                Arguments.of(image("i").disk("much"), "\"much\" is no amount of disk."),
                Arguments.of(image("i").sharedMemory("0"), "\"0\" is no amount of sharedMemory."),
                Arguments.of(image("i").on(pool("")), "A pool has no name."),
                Arguments.of(image("i").serviceAccount(""), "The service account has no name."),
                Arguments.of(image("i").distributed(0, 8), "A gang needs at least one node."),
                Arguments.of(image("i").distributed(2, -1), "A gang needs at least one node."),
                Arguments.of(
                        image("i").gpu(4, "h100").distributed(2, 8),
                        "gpu(4) and distributed(2, 8) disagree on the GPUs of a node."));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void saysWhatCannotBeMeantOfAContainer(Container container, String message) {
        assertThat(Specs.told(spec(Specs.container("train", container))))
                .containsExactly("invalid-container: In \"train\": " + message);
    }

    @Test
    void acceptsAFullContainer() {
        Container full = image("registry:5000/a/b@sha256:00")
                .cpu(0.5)
                .memory("1.5Gi")
                .gpu(8, "h100")
                .distributed(2, 8)
                .env("A_1", "")
                .env("_b", secret("s", "k"))
                .on(pool("a"));

        assertThat(Specs.told(spec(Specs.container("train", full)))).isEmpty();
    }

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of(
                        template("", "RayJob", "{}", DONE, DONE, "result"), "The resource has no apiVersion or kind."),
                Arguments.of(template("v1", "", "{}", DONE, DONE, "result"), "The resource has no apiVersion or kind."),
                Arguments.of(
                        template("v1", "RayJob", "{}", Optional.empty(), DONE, "result"),
                        "Nothing tells when the resource is done."),
                Arguments.of(
                        template("v1", "RayJob", "{}", DONE, Optional.empty(), "result"),
                        "Nothing tells when the resource has failed."),
                Arguments.of(
                        template("v1", "RayJob", "{\"kind\": \"Job\"}", DONE, DONE, "result"),
                        "apiVersion and kind are set as fields."),
                Arguments.of(template("v1", "RayJob", "[]", DONE, DONE, "result"), "The manifest is no object."));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void saysWhatIsMissingInAResource(ResourceTemplate template, String message) {
        assertThat(Specs.told(spec(resource(template)))).containsExactly("invalid-resource: In \"ray\": " + message);
    }

    @Test
    void saysWhichOutputsOfAResourceAreReadFromNowhere() {
        assertThat(Specs.told(spec(resource(template("v1", "RayJob", "{}", DONE, DONE, "resutl")))))
                .containsExactly(
                        "invalid-resource: In \"ray\": yields(\"resutl\", …) is no component of int.",
                        "invalid-resource: In \"ray\": Nothing tells where \"result\" of int is read.");
    }

    private static ResourceTemplate template(
            String version,
            String kind,
            String manifest,
            Optional<StatusTest> success,
            Optional<StatusTest> failure,
            String output) {
        return new ResourceTemplate(
                version,
                kind,
                Specs.json(manifest),
                new TreeMap<>(),
                success,
                failure,
                Optional.empty(),
                Optional.empty(),
                false,
                new TreeMap<>(Map.of(output, "status.x")));
    }

    private static Node resource(ResourceTemplate template) {
        return new Node.RunResource("ray", template, type("int"), List.of(), List.of(), AT);
    }

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
