package dev.penstock.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.flow.Pipeline;
import dev.penstock.record.Recorder;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunRecord;
import dev.penstock.record.RunRecords;
import dev.penstock.runs.Change;
import dev.penstock.runs.Retries;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.value.Values;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retries of runs whose engine is gone. */
final class RecordedRetryTest {

    @TempDir
    Path folder;

    private final Lab lab = new Lab();
    private RunRecords records = new RunRecords(Path.of("unused"));
    private Values values = new Values(new ObjectBlobStore(new FileObjectStore(Path.of("unused"))));

    @BeforeEach
    void open() {
        records = new RunRecords(folder.resolve("runs"));
        values = new Values(new ObjectBlobStore(new FileObjectStore(folder.resolve("store"))));
    }

    private void fails(Pipeline<?, ?> pipeline, int input, boolean toldOfEnd) {
        RunOrder order =
                RunOrder.of(pipeline.toSpec(), IntNode.valueOf(input), "monday").by("ada", "command");
        try (Recorder recorder = new Recorder(records);
                InMemory engine = new InMemory(lab.services(), values, settings -> settings.listener(recorder))) {
            recorder.begin(order.header(values, "embedded", Instant.now()));
            engine.start(order);
            RunEnd end = engine.runs.result("monday");
            assertThat(end).isInstanceOf(RunEnd.Failed.class);
            if (toldOfEnd) {
                recorder.end("monday", end.event(values, Instant.now()));
            }
        }
        lab.broken.clear();
    }

    private void retrySucceeds(int value) {
        try (Recorder recorder = new Recorder(records);
                InMemory engine = new InMemory(lab.services(), values, settings -> settings.listener(recorder))) {
            RunOrder order = new Retries(engine.runs, records, values)
                    .plan("monday", Change.nothing("grace"))
                    .order();
            recorder.begin(order.header(values, "embedded", Instant.now()));
            engine.start(order);
            RunEnd end = engine.runs.result("monday");
            assertThat(end)
                    .isInstanceOfSatisfying(
                            RunEnd.Succeeded.class,
                            ended -> assertThat(ended.value().json().intValue()).isEqualTo(value));
            recorder.end("monday", end.event(values, Instant.now()));
        }
    }

    @Test
    void goesOnWithWhatARunHasDoneWhoseProcessIsGone() {
        lab.broken.add("second");
        fails(new LabPipelines.Chain(), 1, false);
        assertThat(outcome()).isEqualTo(RunOutcome.INTERRUPTED);
        retrySucceeds(104);
        assertThat(outcome()).isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(lab.calls("first")).isEqualTo(1);
        assertThat(lab.calls("second")).isEqualTo(2);
        assertThat(((RunRecord.Sound) records.find("monday").orElseThrow()).statuses())
                .extracting(StepStatus::path, StepStatus::state)
                .contains(tuple("first", StepState.REUSED), tuple("second", StepState.SUCCEEDED));
        assertThat(records.find("monday", 1)).get().isInstanceOf(RunRecord.Sound.class);
    }

    @Test
    void runsOnlyTheStepsOfTheItemThatFailedWhenTheEndIsKnown() {
        lab.broken.add("second501");
        fails(new LabPipelines.Many(), 1_000, true);
        assertThat(outcome()).isEqualTo(RunOutcome.FAILED);
        retrySucceeds(1_000);
        assertThat(lab.calls("first")).isEqualTo(1_000);
        assertThat(lab.calls("second")).isEqualTo(1_001);
    }

    @Test
    void runsOnlyTheStepsOfTheItemThatFailedWhenOnlyTheEventsAreKnown() {
        lab.broken.add("second501");
        fails(new LabPipelines.Many(), 1_000, false);
        assertThat(outcome()).isEqualTo(RunOutcome.INTERRUPTED);
        retrySucceeds(1_000);
        assertThat(lab.calls("first")).isEqualTo(1_000);
        assertThat(lab.calls("second")).isEqualTo(1_001);
    }

    @Test
    void goesOnInTheMiddleOfALoop() {
        lab.broken.add("second11");
        fails(new LabPipelines.Loop(), 1, false);
        retrySucceeds(94);
        assertThat(lab.calls("first")).isEqualTo(5);
        assertThat(lab.calls("second")).isEqualTo(6);
    }

    @Test
    void goesOnInsideAnotherPipeline() {
        lab.broken.add("third");
        fails(new LabPipelines.Outer(), 1, false);
        retrySucceeds(105);
        assertThat(lab.calls("first")).isEqualTo(1);
        assertThat(lab.calls("third")).isEqualTo(2);
    }

    private RunOutcome outcome() {
        return records.list(RunFilter.newest(10)).stream()
                .map(record -> ((RunRecord.Sound) record).outcome())
                .findFirst()
                .orElseThrow();
    }
}
