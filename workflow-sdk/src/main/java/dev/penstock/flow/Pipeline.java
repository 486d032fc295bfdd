package dev.penstock.flow;

import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Spec;
import dev.penstock.spec.Specified;
import java.util.Optional;

/**
 * A graph of steps from an input to an output.
 *
 * @param <I> what a run is given: a record of parameters, or any other value
 * @param <O> what a run yields
 */
public interface Pipeline<I, O> extends Specified {

    /** Describes the graph; called once, before any run, with handles instead of values. */
    Value<O> define(Flow flow, Value<I> in);

    /** The name under which runs appear; by default that of the class, without "Pipeline", as in {@code iris}. */
    default String name() {
        return Names.ofPipeline(getClass());
    }

    /** The input of a run that is given none, or only some components. */
    default Optional<I> defaults() {
        return Optional.empty();
    }

    /** Owner, labels and limits of every run. */
    default PipelineSettings settings() {
        return PipelineSettings.none();
    }

    /** The pipeline as a step of another. */
    default PipelineStep<O> with(Value<? extends I> in) {
        return new PipelineStep<>(this, in);
    }

    @Override
    default Spec toSpec() {
        return Tracer.trace(this);
    }
}
