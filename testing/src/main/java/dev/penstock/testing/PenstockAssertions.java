package dev.penstock.testing;

import dev.penstock.spec.Spec;
import dev.penstock.spec.Specified;
import dev.penstock.testing.run.RunOutcome;
import dev.penstock.testing.run.RunOutcomeAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Where assertions on pipelines begin; import its methods statically, beside those of AssertJ. */
public final class PenstockAssertions {

    private PenstockAssertions() {}

    /** Asserts on the graph of a pipeline, such as {@code assertThat(Spec.of(new IrisPipeline()))}. */
    public static SpecAssert assertThat(Spec actual) {
        return new SpecAssert(actual);
    }

    /** Asserts on a run in memory: how it ended, and what happened in it. */
    public static <O> RunOutcomeAssert<O> assertThat(RunOutcome<O> actual) {
        return new RunOutcomeAssert<>(actual);
    }

    /** Asserts on whether a pipeline can be turned into a graph, and on why not. */
    public static PipelineAssert assertThatPipeline(Specified pipeline) {
        return new PipelineAssert(pipeline::toSpec);
    }

    /** Asserts on what code that makes or reads a spec refuses. */
    public static PipelineAssert assertThatPipeline(ThrowingCallable code) {
        return new PipelineAssert(code);
    }
}
