package dev.penstock.record;

import dev.penstock.engine.StepStatus;
import dev.penstock.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a folder tells about a run. */
public sealed interface RunRecord {

    String name();

    /**
     * The last attempt at a run of this name.
     *
     * @param attempt how many there were
     * @param steps in the order in which they began
     * @param end how it ended, where it did
     */
    record Sound(int attempt, RunHeader header, RunOutcome outcome, RunSteps steps, Optional<RunEvent> end)
            implements RunRecord {

        @Override
        public String name() {
            return header.run();
        }

        public List<StepStatus> statuses() {
            return steps.statuses();
        }

        public RunSummary summary() {
            return new RunSummary(
                    header.run(),
                    header.pipeline(),
                    outcome,
                    header.started(),
                    ended(),
                    header.startedBy(),
                    header.trigger(),
                    header.build(),
                    header.digest());
        }

        private Optional<Instant> ended() {
            return end.flatMap(event -> switch (event) {
                case RunEvent.Succeeded succeeded -> Optional.of(succeeded.at());
                case RunEvent.Failed failed -> Optional.of(failed.at());
                case RunEvent.Left left -> Optional.of(left.at());
                case RunEvent.Step step -> Optional.empty();
            });
        }
    }

    /** A record that cannot be read, why, and what to do about it. */
    record Unreadable(String name, Problem problem) implements RunRecord {}
}
