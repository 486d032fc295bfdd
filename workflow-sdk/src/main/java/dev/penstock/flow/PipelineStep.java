package dev.penstock.flow;

/**
 * A pipeline as a step of another; made by {@link Pipeline#with}.
 *
 * @param <O> what the pipeline yields
 */
public record PipelineStep<O>(Pipeline<?, O> pipeline, Value<?> in) implements Step<O> {}
