package dev.penstock.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Carried.Done;
import dev.penstock.engine.Carried.Open;
import dev.penstock.engine.Spent;
import dev.penstock.engine.Vote;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.Spec;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RerunPlanTest {

    private static final String JSON = new Sample().toSpec().toJson();
    private static final Instant THEN = Instant.parse("2026-11-25T12:00:00Z");

    private static final List<String> DONE = List.of(
            "raw",
            "each",
            "each[0]",
            "each[0]/square",
            "each[0]/times",
            "each[1]/square",
            "each[1]/times",
            "total",
            "loop",
            "loop[0]/double",
            "inner",
            "inner/one",
            "inner/two",
            "choice",
            "say",
            "aside",
            "result",
            "a-step-of-a-handler");

    private static JsonNode input(int size, int factor) {
        return JsonNodeFactory.instance.objectNode().put("size", size).put("factor", factor);
    }

    private static Carried done(List<String> paths) {
        SortedMap<String, Done> done = new TreeMap<>();
        paths.forEach(path -> done.put(path, new Done(value(path), 1, THEN, THEN)));
        return new Carried(true, Optional.of(THEN), done, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private static Datum value(String path) {
        return Datum.of(
                switch (path) {
                    case "raw", "each" ->
                        JsonNodeFactory.instance.arrayNode().add(1).add(2);
                    case "choice", "say", "aside" -> TextNode.valueOf("words");
                    case "result" ->
                        JsonNodeFactory.instance.objectNode().put("number", 1).put("words", "one");
                    default -> IntNode.valueOf(3);
                });
    }

    private static RerunPlan plan(String now, JsonNode input, List<String> done, Optional<String> from) {
        return RerunPlan.of(
                new Version(Spec.parse(JSON, "before"), input(2, 3)),
                new Version(Spec.parse(now, "now"), input),
                done(done),
                Datum::json,
                from);
    }

    private static List<String> runs(RerunPlan plan) {
        return plan.steps().stream()
                .filter(step -> step.decision() instanceof Decision.Runs)
                .map(RerunPlan.Step::path)
                .toList();
    }

    private static String reason(RerunPlan plan, String path) {
        return plan.steps().stream()
                .filter(step -> step.path().equals(path))
                .map(step -> step.decision() instanceof Decision.Runs runs ? runs.reason() : "")
                .findFirst()
                .orElseThrow();
    }

    /** The step itself as text, from its name to the end of what it does. */
    private static String edit(String step, String what, String with) {
        int at = JSON.indexOf("\"name\": \"" + step + "\"");
        assertThat(at).as(step).isPositive();
        int begin = at;
        int depth = 1;
        while (depth > 0) {
            begin--;
            depth += JSON.charAt(begin) == '}' ? 1 : JSON.charAt(begin) == '{' ? -1 : 0;
        }
        int end = begin;
        do {
            depth += JSON.charAt(end) == '{' ? 1 : JSON.charAt(end) == '}' ? -1 : 0;
            end++;
        } while (depth > 0);
        String node = JSON.substring(begin, end);
        assertThat(node).contains(what);
        return JSON.substring(0, begin) + node.replace(what, with) + JSON.substring(end);
    }

    private static String rename(String what, String with) {
        assertThat(JSON).contains(what);
        return JSON.replace(what, with);
    }

    static Stream<Arguments> edits() {
        List<String> afterTotal =
                List.of("total", "loop", "loop/double", "inner", "inner/one", "inner/two", "choice", "say", "result");
        List<String> afterLoop =
                List.of("loop", "loop/double", "inner", "inner/one", "inner/two", "choice", "say", "result");
        return Stream.of(
                arguments("nothing", JSON, List.of(), "raw", ""),
                arguments("an option", edit("raw", "\"attempts\": 3", "\"attempts\": 4"), List.of(), "raw", ""),
                arguments(
                        "a function in a map",
                        edit("times", "\"name\": \"times\"", "\"name\": \"plus\""),
                        with(List.of("each", "each/times"), afterTotal),
                        "each/times",
                        "its method changed from Sample::times to Sample::plus"),
                arguments(
                        "the first step",
                        edit("raw", "\"name\": \"upTo\"", "\"name\": \"downFrom\""),
                        with(with(List.of("raw", "each", "each/square", "each/times"), afterTotal), List.of("aside")),
                        "each/square",
                        "the map \"each\" begins anew: its list is computed anew"),
                arguments(
                        "a loop's count",
                        edit("loop", "\"atMost\": 10", "\"atMost\": 11"),
                        afterLoop,
                        "loop",
                        "its most passes changed from 10 to 11"),
                arguments(
                        "a function in a loop",
                        edit("double", "\"name\": \"twice\"", "\"name\": \"thrice\""),
                        afterLoop,
                        "inner",
                        "its input is computed anew"),
                arguments(
                        "a step of the pipeline inside",
                        edit("two", "\"name\": \"twice\"", "\"name\": \"thrice\""),
                        List.of("inner", "inner/two", "choice", "say", "result"),
                        "inner",
                        "\"two\", which is a part of it, runs: its method changed from Sample::twice to Sample::thrice"),
                arguments(
                        "a constant",
                        edit("aside", "\"value\": 4", "\"value\": 5"),
                        List.of("aside", "result"),
                        "aside",
                        "its input \"5\" was 4 and is 5 now"),
                arguments(
                        "a condition",
                        edit("choice", "\"MORE_THAN\"", "\"AT_LEAST\""),
                        List.of("choice", "result"),
                        "choice",
                        "its condition changed from inner > 5 to inner ≥ 5"),
                arguments(
                        "a branch",
                        edit("say", "\"name\": \"speak\"", "\"name\": \"shout\""),
                        List.of("choice", "say", "result"),
                        "say",
                        "its method changed from Speaker::speak to Speaker::shout"),
                arguments(
                        "a component of the result's type",
                        rename("\"name\": \"words\"", "\"name\": \"text\""),
                        List.of("result"),
                        "result",
                        "its result does not fit its type any more"));
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void runsWhatChangedAndWhatReadsIt(String what, String now, List<String> expected, String step, String why) {
        RerunPlan plan = plan(now, input(2, 3), DONE, Optional.empty());
        assertThat(runs(plan)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(reason(plan, step)).startsWith(why);
        assertThat(plan.carried().done().keySet())
                .allSatisfy(path -> assertThat(expected).doesNotContain(path.replaceAll("\\[.*?]", "")));
        List<String> lost = DONE.stream()
                .filter(path -> !plan.carried().done().containsKey(path))
                .map(path -> path.replaceAll("\\[.*?]", ""))
                .filter(path -> !path.equals("a-step-of-a-handler"))
                .toList();
        assertThat(expected).containsAll(lost);
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                arguments(input(2, 3), List.of()),
                arguments(
                        input(2, 4),
                        List.of(
                                "each",
                                "each/times",
                                "total",
                                "loop",
                                "loop/double",
                                "inner",
                                "inner/one",
                                "inner/two",
                                "choice",
                                "say",
                                "result")));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void runsWhatReadsTheChangedPartOfTheInput(JsonNode input, List<String> expected) {
        assertThat(runs(plan(JSON, input, DONE, Optional.empty()))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void keepsTheStepsOfItemsWhoseMapDidNotSucceed() {
        List<String> done = List.of("raw", "each[0]", "each[0]/square", "each[0]/times", "each[1]/square");
        RerunPlan plan = plan(JSON, input(2, 3), done, Optional.empty());
        assertThat(plan.carried().done().keySet()).containsExactlyInAnyOrderElementsOf(done);
        assertThat(reason(plan, "each")).isEqualTo("it did not succeed");
        assertThat(reason(plan, "total")).isEqualTo("it needs \"each\", which has not succeeded yet");
        assertThat(plan.steps())
                .contains(new RerunPlan.Step(
                        "each/square",
                        new Decision.Partly(
                                List.of("each[0]/square", "each[1]/square", "each[0]"),
                                "it did not succeed everywhere")));
    }

    @Test
    void runsAgainFromAStepInsideAMap() {
        RerunPlan plan = plan(JSON, input(2, 3), DONE, Optional.of("square"));
        assertThat(reason(plan, "each/square")).isEqualTo("you asked to run again from here");
        assertThat(runs(plan)).contains("each", "each/times", "total", "result").doesNotContain("raw", "aside");
    }

    @Test
    void runsAgainAllThatIsInsideTheStepFromWhichToRun() {
        RerunPlan plan = plan(JSON, input(2, 3), DONE, Optional.of("inner"));
        assertThat(reason(plan, "inner/one")).isEqualTo("you asked to run again from \"inner\"");
        assertThat(runs(plan)).contains("inner/two", "choice", "result").doesNotContain("loop", "total");
    }

    @Test
    void suggestsTheStepThatWasMeant() {
        assertThatThrownBy(() -> plan(JSON, input(2, 3), DONE, Optional.of("totl")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Did you mean \"total\"?");
    }

    @Test
    void givesFreshBudgetsAndClocksButKeepsVotesAndPasses() {
        Vote vote = new Vote("ada", true, THEN, Optional.empty());
        Open tried = new Open(
                THEN, new Spent(2, 0, 0, 0, 0, 0), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        Open pass = new Open(
                THEN,
                Spent.nothing(),
                Optional.empty(),
                Optional.of(2),
                Optional.of(Datum.of(IntNode.valueOf(8))),
                List.of(vote));
        SortedMap<String, Open> open = new TreeMap<>();
        open.put("total", tried);
        open.put("loop", pass);
        Carried kept = new Carried(
                true, Optional.of(THEN), done(List.of("raw")).done(), open, new TreeMap<>(), new TreeMap<>());
        Version version = new Version(Spec.parse(JSON, "now"), input(2, 3));
        Carried carried = RerunPlan.of(version, version, kept, Datum::json, Optional.empty())
                .carried();
        assertThat(carried.sameRun()).isFalse();
        assertThat(carried.since()).isEmpty();
        assertThat(carried.open()).containsOnlyKeys("loop").containsEntry("loop", pass);
        Version other = new Version(
                Spec.parse(edit("double", "\"name\": \"twice\"", "\"name\": \"thrice\""), "now"), input(2, 3));
        assertThat(RerunPlan.of(version, other, kept, Datum::json, Optional.empty())
                        .carried()
                        .open())
                .isEmpty();
    }
}
