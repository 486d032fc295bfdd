package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Bricks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Container steps run as processes where nothing else is configured. */
final class ContainerRunTest {

    private static final String LAY = """
            height=$(sed 's/.*"height":\\([0-9]*\\).*/\\1/' $PENSTOCK_IN/inputs.json)
            echo "{\\"fraction\\": 0.5, \\"message\\": \\"lays $height\\"}" >> $PENSTOCK_PROGRESS
            if [ $height = 13 ]; then echo 'no wall of 13' >&2; exit 65; fi
            if [ $height = 14 ]; then echo 'the wall fell' >&2; exit 1; fi
            mkdir $PENSTOCK_OUT/result
            for row in $(seq $height); do echo brick > $PENSTOCK_OUT/result/$row; done
            """;

    private static final String MEASURE = """
            import json, os, pathlib
            inputs = json.loads(pathlib.Path(os.environ["PENSTOCK_IN"], "inputs.json").read_text())
            rows = list(pathlib.Path(inputs["wall"]).iterdir())
            measured = {"height": len(rows), "material": rows[0].read_text().strip()}
            pathlib.Path(os.environ["PENSTOCK_OUT"], "outputs.json").write_text(json.dumps(measured))
            """;

    @TempDir
    private Path folder;

    private Call call;

    @BeforeEach
    void writeContext() throws IOException {
        call = Call.in(folder)
                .with(new Bricks())
                .env("PATH", System.getenv("PATH"))
                .env("MLFLOW_TRACKING_URI", "off");
        Path context = Files.createDirectories(folder.resolve("containers/bricks"));
        Files.writeString(context.resolve("lay.sh"), LAY);
        Files.writeString(context.resolve("measure.py"), MEASURE);
    }

    @Test
    void runsContainersAsProcesses() {
        Outcome outcome = run("[3, 5]");

        assertThat(outcome).succeeded();
        Assertions.assertThat(outcome.out().replaceAll("\\s", ""))
                .contains("{\"height\":3,\"material\":\"brick\"},{\"height\":5,\"material\":\"brick\"}");
    }

    @Test
    void tellsProgressToPrograms() {
        Outcome outcome = call.run("run", "--target", "embedded", "--json", "--input", "[3]");

        assertThat(outcome).succeeded();
        Assertions.assertThat(outcome.out())
                .containsPattern("\"note\":\"█████░░░░░ 50 % · lays 3\".*\"step\":\".*/lay\"");
    }

    @Test
    void endsTheRunRejectedWithTheReasonOfTheStep() {
        Outcome outcome = run("[13]");

        Assertions.assertThat(outcome.code()).as(outcome.toString()).isEqualTo(11);
        assertThat(outcome).complains("no wall of 13");
    }

    @Test
    void showsTheLastLinesOfAStepThatFailed() {
        Outcome outcome = run("[14]");

        Assertions.assertThat(outcome.code()).as(outcome.toString()).isEqualTo(10);
        assertThat(outcome)
                .complains(
                        "lay ended with exit code 1: the wall fell.", "All that it wrote:", "All 2 attempts are used.");
    }

    @Test
    void refusesAStepWhoseContextIsNotThere() throws IOException {
        Files.move(folder.resolve("containers"), folder.resolve("elsewhere"));

        assertThat(run("[3]"))
                .refused("no-runner")
                .complains("There is no build context of the image \"bricks\"", "containers/bricks");
    }

    @Test
    void endsAStepWhoseTimeIsUpSoonAfterwards() throws Exception {
        Path number = folder.resolve("number");
        Files.writeString(
                folder.resolve("containers/bricks/lay.sh"),
                "echo $$ >> %s; while true; do sleep 0.1; done".formatted(number));
        Instant since = Instant.now();

        Outcome outcome = run("[3]");

        assertThat(outcome).complains("failed");
        Assertions.assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(30));
        Assertions.assertThat(Files.readAllLines(number))
                .hasSize(2)
                .allSatisfy(pid -> Assertions.assertThat(ProcessHandle.of(Long.parseLong(pid)))
                        .isEmpty());
    }

    @Test
    void countsNoTimeInWhichAStepWaitsForRoom() throws Exception {
        // Each takes more than half of its three seconds.
        Files.writeString(
                folder.resolve("containers/bricks/lay.sh"),
                "mkdir running || exit 1; sleep 1.6; rmdir running; mkdir $PENSTOCK_OUT/result;"
                        + " echo brick > $PENSTOCK_OUT/result/1");

        Outcome outcome = call.env("PENSTOCK_LIMIT_CPU", "1")
                .run("run", "--target", "embedded", "--json", "--input", "[1, 1, 1]");

        assertThat(outcome).succeeded();
        Assertions.assertThat(outcome.out()).contains("waits for 1 of 1 CPUs");
        Assertions.assertThat(outcome.out()).doesNotContain("\"attempt\":2");
    }

    @Test
    void refusesWhereAClusterIsWanted() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), "profiles:\n  gpu:\n    runner: kubernetes\n");

        assertThat(call.run("run", "--profile", "gpu", "--target", "embedded", "--input", "[3]"))
                .complains("no-runner", "need Kubernetes, and nothing here runs on it");
    }

    private Outcome run(String input) {
        return call.run("run", "--target", "embedded", "--input", input);
    }
}
