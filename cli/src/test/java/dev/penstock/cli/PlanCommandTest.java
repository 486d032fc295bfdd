package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.cli.sample.Hello;
import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Tuned;
import dev.penstock.cli.sample.Twofold;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    @TempDir
    Path folder;

    @Test
    void showsThePlanAndWhatItNeedsWithoutParameters() {
        Outcome outcome = Call.in(folder).with(new Iris()).run("plan", "iris");
        assertThat(outcome)
                .succeeded()
                .prints(
                        "iris " + Spec.of(new Iris()).digest().substring(0, 19) + "\n",
                        "digest " + Spec.of(new Iris()).digest(),
                        "Trains a classifier of iris flowers.",
                        "class dev.penstock.cli.sample.Iris (Iris.java)",
                        "owner ml-team",
                        "source uri needed",
                        "limit optional<duration> may be left out",
                        "strategy Grid|RandomSearch needed",
                        "ingest container iris/ingest\n",
                        "0.5 cpu · 512Mi memory · up to 5 tries, 1m apart",
                        "map-depths map for each of in.depths, at most 4 at once",
                        "1 GPU of kind a10g · pool gpu-workloads",
                        "on spot, on-demand after 2 interruptions",
                        "when-accuracy choice when most-accurate.accuracy ≥ in.minAccuracy",
                        "Result when-accuracy: Outcome",
                        "7 steps: 2 containers, 2 functions, 1 call, 1 map, 1 choice.");
    }

    @Test
    void countsAFanOutThatFollowsFromTheParameters() throws IOException {
        Files.writeString(folder.resolve("run.yaml"), """
            source: s3://bucket/iris.csv
            depths: [2, 4, 8]
            minAccuracy: 0.9
            optimizer: {rate: 0.1}
            mode: FAST
            labels: {}
            strategy: {"@type": Grid, steps: 3}
            """);
        assertThat(Call.in(folder).with(new Iris()).run("plan", "--params", "run.yaml"))
                .succeeded()
                .prints("for each of in.depths × 3, at most 4 at once", "mode FAST|THOROUGH \"FAST\" run.yaml:5:7");
    }

    @Test
    void writesJson() throws IOException {
        JsonNode plan = json(Call.in(folder).with(new Tuned()).run("plan", "--json"));
        assertThat(plan.path("pipeline").asText()).isEqualTo("tuned");
        assertThat(plan.path("input").path("search").path("depths")).hasSize(2);
        assertThat(plan.path("graph").path("steps").path(0).path("what").asText())
                .isEqualTo("Tuned::describe");
        assertThat(plan.path("totals").path("function").asInt()).isEqualTo(1);
    }

    @Test
    void writesProblemsAsJsonToo() throws IOException {
        Outcome outcome = Call.in(folder).with(new Hello()).run("plan", "--json", "--param", "a=b");
        assertThat(outcome).refused("unknown-name");
        JsonNode problem = json(outcome).path("problems").path(0);
        assertThat(problem.path("code").asText()).isEqualTo("unknown-name");
        assertThat(problem.path("where").asText()).isEqualTo("--param a");
    }

    @Test
    void writesTheSpec() throws IOException {
        assertThat(Call.in(folder).with(new Hello()).run("plan", "--write-spec", "hello.json"))
                .succeeded()
                .complains("Wrote hello.json.");
        assertThat(folder.resolve("hello.json")).hasContent(Spec.of(new Hello()).toJson());
    }

    @Test
    void writesNoSpecWhenSomethingIsWrong() {
        assertThat(Call.in(folder).with(new Hello()).run("plan", "--write-spec", "hello.json", "--param", "a=b"))
                .refused("unknown-name");
        assertThat(folder.resolve("hello.json")).doesNotExist();
    }

    @Test
    void saysThatASpecCannotBeWritten() {
        assertThat(Call.in(folder).with(new Hello()).run("plan", "--write-spec", "gone/hello.json"))
                .refused("unreadable")
                .complains("gone/hello.json", "There is no folder", "Create it first");
    }

    @Test
    void reportsAllProblemsOfAPipeline() {
        assertThat(Call.in(folder).with(new Twofold()).run("plan"))
                .refused("duplicate-name", "invalid-name")
                .complains("Twofold.java:", "2 problems; nothing was run.");
    }

    @Test
    void usesColoursOnATerminalOnly() {
        Call call = Call.in(folder).with(new Hello());
        assertThat(call.onTerminal().run("plan").out()).contains("\u001B[1mhello");
        assertThat(call.run("plan").out()).doesNotContain("\u001B");
        assertThat(call.onTerminal().run("plan", "--no-color").out()).doesNotContain("\u001B");
        assertThat(call.onTerminal().run("--no-color", "plan").out()).doesNotContain("\u001B");
        assertThat(call.onTerminal().env("NO_COLOR", "1").run("plan").out()).doesNotContain("\u001B");
        assertThat(call.onTerminal()
                        .env("NO_COLOR", "1")
                        .run("plan", "--param", "a=b")
                        .err())
                .doesNotContain("\u001B");
        assertThat(call.onTerminal().run("plan", "--help", "--no-color").out()).doesNotContain("\u001B");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new JsonMapper().readTree(outcome.out());
    }
}
