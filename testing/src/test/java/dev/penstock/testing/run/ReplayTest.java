package dev.penstock.testing.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Script;
import dev.penstock.spec.Spec;
import dev.penstock.store.BlobStore;
import dev.penstock.store.MemoryBlobStore;
import io.temporal.api.enums.v1.EventType;
import io.temporal.common.WorkflowExecutionHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The interpreter goes on with every run that a released version of it has begun.
 *
 * <p>{@code mvn -pl testing -am test -Dtest=ReplayTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dpenstock.histories=rewrite} records the histories of the version at hand anew. Those of released versions stay as
 * they are: a new version gets a new folder.
 */
final class ReplayTest {

    private static final String VERSION = "0.1.0";
    private static final Path HISTORIES = Path.of("src", "test", "resources", "histories");
    private static final Scenarios SCENARIOS = new Scenarios();

    @BeforeAll
    static void recordIfAsked() {
        if (System.getProperty("penstock.histories", "").equals("rewrite")) {
            SCENARIOS.all().keySet().forEach(ReplayTest::recordAnew);
        }
    }

    private static void recordAnew(String scenario) {
        Kept blobs = new Kept();
        try (PipelineRuns runs = PipelineRuns.inMemory()) {
            TestRun<?, ?> run = SCENARIOS.all().get(scenario).apply(runs);
            run.arranged().blobs = blobs;
            new HistoryFolder(HISTORIES.resolve(VERSION).resolve(scenario))
                    .write(own(run.run().histories()), blobs.all);
        }
    }

    /** Not those of what stands in for the workflows of others. */
    private static List<WorkflowExecutionHistory> own(List<WorkflowExecutionHistory> histories) {
        return histories.stream()
                .filter(history -> !history.getEvents()
                        .getFirst()
                        .getWorkflowExecutionStartedEventAttributes()
                        .getTaskQueue()
                        .getName()
                        .equals(ChildStandIns.QUEUE))
                .toList();
    }

    /** The answers by the clock that a run was recorded with are commands of its workflow. */
    private static Script script(String scenario) {
        return scenario.equals("release")
                ? (step, path) -> List.of(new Script.Scripted(Duration.ofHours(3), "ann", true, Optional.empty()))
                : Script.none();
    }

    @Test
    void goesOnWithEveryRunOfEveryVersion() {
        List<String> mismatches = new ArrayList<>();
        int count = 0;
        for (HistoryFolder folder : HistoryFolder.below(HISTORIES, 2)) {
            try (Replayer replayer = new Replayer(
                    folder.blobs(), script(folder.path().getFileName().toString()))) {
                for (WorkflowExecutionHistory history : folder.histories()) {
                    count++;
                    replayer.mismatch(history)
                            .ifPresent(mismatch -> mismatches.add("%s, %s: %s"
                                    .formatted(
                                            folder.name(),
                                            history.getWorkflowExecution().getWorkflowId(),
                                            mismatch)));
                }
            }
        }
        assertThat(mismatches)
                .as("a change of the interpreter breaks runs that are in flight; guard it with Workflow.getVersion")
                .isEmpty();
        assertThat(count).as("histories").isGreaterThan(25);
    }

    @Test
    void hasARunOfEveryScenario() {
        assertThat(HistoryFolder.below(HISTORIES.resolve(VERSION), 1))
                .extracting(folder -> folder.path().getFileName().toString())
                .as("record what is missing, as the Javadoc of this class says")
                .containsExactlyElementsOf(new TreeSet<>(SCENARIOS.all().keySet()));
    }

    @Test
    void hasHistoriesWithAllThatCanHappen() {
        Set<EventType> seen = EnumSet.noneOf(EventType.class);
        HistoryFolder.below(HISTORIES.resolve(VERSION), 1)
                .forEach(folder -> folder.histories()
                        .forEach(history -> history.getEvents().forEach(event -> seen.add(event.getEventType()))));
        assertThat(seen)
                .contains(
                        EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
                        EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
                        EventType.EVENT_TYPE_MARKER_RECORDED,
                        EventType.EVENT_TYPE_TIMER_FIRED,
                        EventType.EVENT_TYPE_TIMER_CANCELED,
                        EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
                        EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
    }

    /** If an interpreter with another order of commands passed here, the replays would prove nothing. */
    @Test
    void noticesAnotherOrderOfCommands() {
        HistoryFolder folder = new HistoryFolder(HISTORIES.resolve(VERSION).resolve("continued"));
        Spec same = Spec.of(new Recorded.Lengthy());
        Spec other = Spec.parse(
                same.toJson()
                        .replace("stamp-0", "stamp-x")
                        .replace("stamp-1\"", "stamp-0\"")
                        .replace("stamp-x", "stamp-1"),
                "the pipeline with two calls changed");
        assertThat(other.digest()).isNotEqualTo(same.digest());
        try (Replayer replayer = new Replayer(folder.blobs(), Script.none())) {
            assertThat(replayer.mismatch(folder.histories().getFirst())).isEmpty();
        }
        try (Replayer replayer = new Replayer(folder.blobs(), Script.none())) {
            replayer.pretend(same.digest(), other);
            assertThat(replayer.mismatch(folder.histories().getFirst()))
                    .hasValueSatisfying(mismatch -> assertThat(mismatch).contains("stamp-0", "stamp-1"));
        }
    }

    @Test
    void noticesACommandThatIsMissing() {
        HistoryFolder folder = new HistoryFolder(HISTORIES.resolve(VERSION).resolve("approved"));
        try (Replayer replayer = new Replayer(
                folder.blobs(),
                (step, path) -> List.of(new Script.Scripted(Duration.ofHours(3), "eve", true, Optional.empty())))) {
            assertThat(replayer.mismatch(folder.histories().getFirst())).isPresent();
        }
    }

    /** Remembers what was put into the store. */
    private static final class Kept implements BlobStore {

        private final MemoryBlobStore blobs = new MemoryBlobStore();
        private final List<byte[]> all = new ArrayList<>();

        @Override
        public synchronized String put(byte[] bytes) {
            if (all.stream().noneMatch(known -> Arrays.equals(known, bytes))) {
                all.add(bytes.clone());
            }
            return blobs.put(bytes);
        }

        @Override
        public byte[] get(String digest) {
            return blobs.get(digest);
        }

        @Override
        public String words() {
            return "in memory, for good";
        }
    }
}
