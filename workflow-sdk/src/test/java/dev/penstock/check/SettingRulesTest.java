package dev.penstock.check;

import static dev.penstock.check.Specs.AT;
import static dev.penstock.check.Specs.IN;
import static dev.penstock.check.Specs.constant;
import static dev.penstock.check.Specs.get;
import static dev.penstock.check.Specs.graph;
import static dev.penstock.check.Specs.input;
import static dev.penstock.check.Specs.pipeline;
import static dev.penstock.check.Specs.spec;
import static dev.penstock.check.Specs.told;
import static dev.penstock.check.Specs.type;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.budget;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.longRunning;
import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.on;
import static dev.penstock.option.StepOption.onWorkers;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.queue;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.container.StatusTest;
import dev.penstock.option.Setting;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Input;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.ResourceTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingRulesTest {

    private static final Predicate TRUE =
            new Predicate.Compare(get(IN, "number"), Predicate.Comparison.MORE_THAN, constant("0", "int"));

    /** A step of each kind with these settings. */
    private static final Map<String, Function<List<Setting>, Node>> KINDS = kinds();

    private static Map<String, Function<List<Setting>, Node>> kinds() {
        Map<String, Function<List<Setting>, Node>> kinds = new TreeMap<>();
        Method method = new Method("F", "f");
        kinds.put(
                "container", settings -> Specs.container("x", Container.image("i"), settings.toArray(Setting[]::new)));
        kinds.put("function", settings -> new Node.Apply("x", method, List.of(), type("int"), List.of(), settings, AT));
        kinds.put("call", settings -> new Node.Call("x", method, List.of(), type("int"), List.of(), settings, AT));
        kinds.put(
                "workflow",
                settings -> new Node.RunWorkflow("x", "W", new TreeMap<>(), type("int"), List.of(), settings, AT));
        kinds.put("resource", settings -> new Node.RunResource("x", template(), type("int"), List.of(), settings, AT));
        kinds.put(
                "pipeline",
                settings -> new Node.RunPipeline(
                        "x",
                        pipeline("p", graph(get(IN, "number"))),
                        input(IN, "Params"),
                        type("int"),
                        List.of(),
                        settings,
                        AT));
        kinds.put(
                "map",
                settings -> new Node.ForEach(
                        "x",
                        input(get(IN, "numbers"), "list<int>"),
                        graph(new Item("x")),
                        type("list<int>"),
                        List.of(),
                        settings,
                        AT));
        kinds.put(
                "choice",
                settings -> new Node.When(
                        "x",
                        TRUE,
                        graph(get(IN, "number")),
                        graph(get(IN, "number")),
                        type("int"),
                        List.of(),
                        settings,
                        AT));
        kinds.put(
                "condition",
                settings ->
                        new Node.Provided("x", get(IN, "number"), TRUE, "why", type("int"), List.of(), settings, AT));
        kinds.put(
                "loop",
                settings -> new Node.Repeat(
                        "x", get(IN, "number"), graph(new State("x")), TRUE, 3, type("int"), List.of(), settings, AT));
        kinds.put(
                "approval",
                settings -> new Node.Approval(
                        "x",
                        get(IN, "number"),
                        "owners",
                        type("dev.penstock.flow.Approved<int>"),
                        List.of(),
                        settings,
                        AT));
        kinds.put(
                "pause",
                settings -> new Node.Pause("x", get(IN, "number"), ofHours(1), type("int"), List.of(), settings, AT));
        return kinds;
    }

    private static ResourceTemplate template() {
        Optional<StatusTest> done = Optional.of(new StatusTest.Condition("Done", "True"));
        return new ResourceTemplate(
                "v1",
                "K",
                Specs.json("{}"),
                new TreeMap<>(),
                done,
                done,
                Optional.empty(),
                Optional.empty(),
                false,
                new TreeMap<>(Map.of("result", "status.x")));
    }

    static Stream<Arguments> applicable() {
        return Stream.of(
                Arguments.of(retry(3), "call container function pipeline resource workflow"),
                Arguments.of(timeout(ofHours(1)), "call container function loop map pipeline resource workflow"),
                Arguments.of(pendingAtMost(ofHours(1)), "container resource"),
                Arguments.of(cached(), "container function"),
                Arguments.of(spot(), "container"),
                Arguments.of(on("a"), "container"),
                Arguments.of(outOfMemory(2, "64Gi"), "container"),
                Arguments.of(budget("1.50"), "container map pipeline resource"),
                Arguments.of(queue("q"), "container resource"),
                Arguments.of(onWorkers("q"), "call function pipeline workflow"),
                Arguments.of(longRunning(), "function"),
                Arguments.of(rejecting(RuntimeException.class), "call function workflow"),
                Arguments.of(atMost(3), "map"),
                Arguments.of(tolerate(0.5), "map"),
                Arguments.of(within(ofHours(1)), "approval"),
                Arguments.of(quorum(2), "approval"),
                Arguments.of(notTheAuthor(), "approval"));
    }

    @ParameterizedTest
    @MethodSource("applicable")
    void meanSomethingForSomeKindsOfSteps(Setting setting, String kinds) {
        String found = KINDS.entrySet().stream()
                .filter(kind -> told(kind.getValue().apply(List.of(setting))).stream()
                        .noneMatch(problem -> problem.matches("(option-not-applicable|cached-call): .*")))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(kinds);
    }

    @Test
    void areAllInTheTable() {
        List<Class<?>> listed = new ArrayList<>();
        applicable().forEach(row -> listed.add(row.get()[0].getClass()));

        assertThat(listed).containsExactlyInAnyOrder(Setting.class.getPermittedSubclasses());
        assertThat(KINDS).hasSize(Node.class.getPermittedSubclasses().length);
    }

    @Test
    void areGivenOnce() {
        assertThat(told(Specs.container(
                        "x", Container.image("i"), retry(2), retry(3), cached(), cached().version("2"))))
                .containsExactly(
                        "repeated-option: The step \"x\" has the option retry twice, with different values.",
                        "repeated-option: The step \"x\" has the option cached twice, with different values.");
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("container", retry(0), "retry needs at least one attempt."),
                Arguments.of("container", retry(2).every(ofSeconds(-1)), "The pause between attempts is negative."),
                Arguments.of(
                        "container",
                        retry(2).growing(ofSeconds(1), 0.5, ofSeconds(9)),
                        "The pauses between attempts shrink."),
                Arguments.of(
                        "container",
                        retry(2).growing(ofSeconds(1), Double.NaN, ofSeconds(9)),
                        "The pauses between attempts shrink."),
                Arguments.of(
                        "container",
                        retry(2).growing(ofSeconds(9), 2, ofSeconds(1)),
                        "The longest pause is shorter than the first."),
                Arguments.of("container", timeout(ZERO), "timeout needs a time above zero, got PT0S."),
                Arguments.of(
                        "container", pendingAtMost(ofHours(-1)), "pendingAtMost needs a time above zero, got PT-1H."),
                Arguments.of("container", cached().forAtMost(ZERO), "forAtMost needs a time above zero, got PT0S."),
                Arguments.of(
                        "container",
                        cached().ignoring("numbr"),
                        "cached() ignores \"numbr\", which is not an input of the step."),
                Arguments.of(
                        "function",
                        cached().ignoring("number"),
                        "cached() ignores \"number\", which is not an input of the step."),
                Arguments.of("container", spot().onDemandAfter(0), "onDemandAfter needs at least one interruption."),
                Arguments.of("container", on(), "on() names no pool."),
                Arguments.of("container", outOfMemory(1, "64Gi"), "outOfMemory must grow."),
                Arguments.of("container", outOfMemory(2, "64GB"), "\"64GB\" is no amount of memory."),
                Arguments.of("container", budget("0"), "The budget must be above zero."),
                Arguments.of("container", queue(" "), "The queue has no name."),
                Arguments.of("function", onWorkers(""), "The task queue has no name."),
                Arguments.of("map", atMost(0), "atMost needs at least one item at a time."),
                Arguments.of("map", tolerate(-0.1), "tolerate needs a share from 0 to 1, got -0.1."),
                Arguments.of("map", tolerate(Double.NaN), "tolerate needs a share from 0 to 1, got NaN."),
                Arguments.of("approval", within(ZERO), "within needs a time above zero, got PT0S."),
                Arguments.of("approval", quorum(0), "quorum needs at least one person."));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void haveValuesThatCanBeMeant(String kind, Setting setting, String message) {
        assertThat(told(KINDS.get(kind).apply(List.of(setting))))
                .containsExactly("invalid-option: In \"x\": " + message);
    }

    private static List<String> told(Node node) {
        return Specs.told(spec(node, Specs.call("k", "int", new Input(Specs.output("x"), node.output()))));
    }
}
