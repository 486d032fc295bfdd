package dev.penstock.record;

import java.util.Optional;

/** Which runs somebody wants to see, the newest first. */
public record RunFilter(Optional<String> pipeline, Optional<RunOutcome> outcome, int limit) {

    public static RunFilter newest(int limit) {
        return new RunFilter(Optional.empty(), Optional.empty(), limit);
    }

    public RunFilter of(String pipelineName) {
        return new RunFilter(Optional.of(pipelineName), outcome, limit);
    }

    public RunFilter that(RunOutcome ended) {
        return new RunFilter(pipeline, Optional.of(ended), limit);
    }

    /** Whether it is one of these, the limit aside. */
    public boolean takes(RunSummary run) {
        return pipeline.map(name -> name.equals(run.pipeline())).orElse(true)
                && outcome.map(wanted -> wanted == run.outcome()).orElse(true);
    }
}
