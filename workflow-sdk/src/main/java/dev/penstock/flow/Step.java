package dev.penstock.flow;

/**
 * Something that a flow runs.
 *
 * @param <O> what it yields
 */
public sealed interface Step<O> permits ContainerStep, WorkflowStep, ResourceStep, PipelineStep {}
