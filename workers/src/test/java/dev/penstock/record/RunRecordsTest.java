package dev.penstock.record;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.engine.Limits;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.flow.FaultKind;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.value.Datum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunRecordsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    private RunRecords records = new RunRecords(Path.of("unused"));

    @BeforeEach
    void open() {
        records = new RunRecords(folder.resolve("runs"));
    }

    private static RunHeader header(String run, String pipeline, Instant started) {
        return new RunHeader(
                run,
                pipeline,
                "sha256:1",
                Datum.of(TextNode.valueOf("a spec")),
                Datum.of(IntNode.valueOf(1)),
                "ada",
                "command",
                "build 7",
                Optional.empty(),
                "embedded",
                started,
                0,
                List.of());
    }

    private static RunFacts facts(String run) {
        return new RunFacts(
                run,
                "iris",
                "sha256:1",
                "ada",
                "command",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                Limits.usual(),
                List.of());
    }

    private static StepStatus step(String path, StepState state) {
        return new StepStatus(path, path, "function", state, 1, NOON, Optional.of(NOON), "", Optional.empty());
    }

    private void ended(String run, String pipeline, Instant started, RunEvent end) {
        try (Recorder recorder = new Recorder(records)) {
            recorder.begin(header(run, pipeline, started));
            recorder.step(facts(run), step("train", StepState.RUNNING), Optional.empty());
            recorder.step(facts(run), step("train", StepState.SUCCEEDED), Optional.of(Datum.of(IntNode.valueOf(5))));
            recorder.end(run, end);
        }
    }

    private void succeeded(String run) {
        ended(run, "iris", NOON, new RunEvent.Succeeded(NOON.plusSeconds(60), Optional.empty()));
    }

    private Path file(String run, String name) {
        return folder.resolve("runs").resolve(run).resolve("1").resolve(name);
    }

    private List<String> names(RunFilter filter) {
        return records.list(filter).stream().map(RunRecord::name).toList();
    }

    @Test
    void readsWhatWasWritten() {
        succeeded("monday");
        assertThat(records.find("monday")).get().isInstanceOfSatisfying(RunRecord.Sound.class, record -> {
            assertThat(record.header()).isEqualTo(header("monday", "iris", NOON));
            assertThat(record.outcome()).isEqualTo(RunOutcome.SUCCEEDED);
            assertThat(record.summary().ended()).contains(NOON.plusSeconds(60));
            assertThat(record.statuses()).containsExactly(step("train", StepState.SUCCEEDED));
            assertThat(record.steps().values()).containsEntry("train", Datum.of(IntNode.valueOf(5)));
            assertThat(record.steps().carried().done()).containsOnlyKeys("train");
        });
    }

    @Test
    void listsTheNewestFirstAndOnlyWhatIsAskedFor() {
        ended("a", "iris", NOON, new RunEvent.Succeeded(NOON, Optional.empty()));
        ended("b", "iris", NOON.plusSeconds(2), failed(FaultKind.USER));
        ended("c", "churn", NOON.plusSeconds(1), failed(FaultKind.REJECTED));
        assertThat(names(RunFilter.newest(10))).containsExactly("b", "c", "a");
        assertThat(names(RunFilter.newest(2))).containsExactly("b", "c");
        assertThat(names(RunFilter.newest(10).of("iris"))).containsExactly("b", "a");
        assertThat(names(RunFilter.newest(10).that(RunOutcome.REJECTED))).containsExactly("c");
    }

    private static RunEvent failed(FaultKind kind) {
        return new RunEvent.Failed(NOON, kind, "It failed.", Optional.empty());
    }

    @Test
    void keepsEarlierAttempts() {
        ended("monday", "iris", NOON, failed(FaultKind.USER));
        succeeded("monday");
        assertThat(((RunRecord.Sound) records.find("monday").orElseThrow()).attempt())
                .isEqualTo(2);
        assertThat(((RunRecord.Sound) records.find("monday", 1).orElseThrow()).outcome())
                .isEqualTo(RunOutcome.FAILED);
        assertThat(names(RunFilter.newest(10))).containsExactly("monday");
    }

    @Test
    void refusesANameThatIsAtWork() {
        try (Recorder recorder = new Recorder(records)) {
            recorder.begin(header("monday", "iris", NOON));
            assertThatThrownBy(() -> recorder.begin(header("monday", "iris", NOON)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.problems().getFirst().code()).isEqualTo(Code.NAME_TAKEN));
            assertThat(records.list(RunFilter.newest(1).that(RunOutcome.AT_WORK)))
                    .hasSize(1);
        }
        assertThat(records.list(RunFilter.newest(1).that(RunOutcome.INTERRUPTED)))
                .hasSize(1);
    }

    @Test
    void letsOneOfManyBeginWhoBeginAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            String run = "run-" + round;
            CyclicBarrier together = new CyclicBarrier(4);
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<Boolean>> begun = Stream.generate(() -> threads.submit(() -> {
                            together.await();
                            try {
                                records.begin(header(run, "iris", NOON));
                                return true;
                            } catch (InvalidInputException e) {
                                return false;
                            }
                        }))
                        .limit(4)
                        .toList();
                int winners = 0;
                for (Future<Boolean> each : begun) {
                    winners += each.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
            try (Stream<Path> left = Files.list(folder.resolve("runs").resolve(run))) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("1");
            }
        }
    }

    @Test
    void takesARunForInterruptedWhoseProcessIsGone() throws IOException {
        records.begin(header("monday", "iris", NOON));
        assertThat(outcome("monday")).isEqualTo(RunOutcome.AT_WORK);
        Files.writeString(
                file("monday", "owner.json"),
                "{\"pid\":%s,\"since\":\"2001-01-01T00:00:00Z\"}"
                        .formatted(ProcessHandle.current().pid()));
        assertThat(outcome("monday")).as("another process of the same number").isEqualTo(RunOutcome.INTERRUPTED);
        records.begin(header("monday", "iris", NOON));
        assertThat(outcome("monday")).isEqualTo(RunOutcome.AT_WORK);
    }

    private RunOutcome outcome(String run) {
        return ((RunRecord.Sound) records.find(run).orElseThrow()).outcome();
    }

    @Test
    void toleratesALastLineThatWasCutOff() throws IOException {
        succeeded("monday");
        Files.writeString(file("monday", "events.jsonl"), "{\"@type\":\"Step\",\"sta", APPEND);
        assertThat(outcome("monday")).isEqualTo(RunOutcome.SUCCEEDED);
    }

    @Test
    void cannotReadALineThatIsDamagedAndSaysWhere() throws IOException {
        succeeded("monday");
        Path events = file("monday", "events.jsonl");
        Files.writeString(events, "{\"@type\":\"Ste\n" + Files.readString(events));
        succeeded("tuesday");
        assertThat(names(RunFilter.newest(10))).containsExactly("tuesday", "monday");
        assertThat(records.find("monday")).get().isInstanceOfSatisfying(RunRecord.Unreadable.class, record -> {
            assertThat(record.problem().where()).isEqualTo(events + ":1");
            assertThat(record.problem().remedy()).contains("Nothing was deleted");
        });
        succeeded("monday");
        assertThat(outcome("monday")).isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(records.find("monday", 1)).get().isInstanceOf(RunRecord.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "events.jsonl"})
    void cannotReadARecordWithoutAFile(String missing) throws IOException {
        succeeded("monday");
        Files.delete(file("monday", missing));
        assertThat(records.find("monday"))
                .get()
                .isInstanceOfSatisfying(
                        RunRecord.Unreadable.class,
                        record -> assertThat(record.problem().where()).endsWith(missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "{}", "{\"run\":7}", "\u0000\u0001", ""})
    void cannotReadAHeaderThatIsNone(String text) throws IOException {
        succeeded("monday");
        Files.writeString(file("monday", "run.json"), text);
        assertThat(records.find("monday")).get().isInstanceOf(RunRecord.Unreadable.class);
    }

    @Test
    void passesOverWhatIsNoRun() throws IOException {
        succeeded("monday");
        Path runs = folder.resolve("runs");
        Files.createDirectories(runs.resolve("empty"));
        Files.createDirectories(runs.resolve("Not A Run"));
        Files.createDirectories(runs.resolve("monday").resolve("notes"));
        Files.writeString(runs.resolve("readme.txt"), "mine");
        assertThat(names(RunFilter.newest(10))).containsExactly("monday", "empty");
        assertThat(records.find("empty")).get().isInstanceOf(RunRecord.Unreadable.class);
        assertThat(Files.exists(runs.resolve("readme.txt"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", "A", "-a", "a.", "a..b", "a b", "ä", "a\u0000"})
    void refusesNamesThatAreNoneForAFolder(String name) {
        assertThatThrownBy(() -> records.begin(header(name, "iris", NOON)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo(Code.INVALID_NAME));
        assertThat(records.find(name)).isEmpty();
    }

    @Test
    void listsNothingWhereThereIsNoFolder() {
        assertThat(records.list(RunFilter.newest(10))).isEmpty();
    }
}
