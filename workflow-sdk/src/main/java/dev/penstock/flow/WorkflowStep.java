package dev.penstock.flow;

/**
 * A step that is a Temporal workflow, the platform's or your own: a record whose components are its inputs.
 *
 * @param <O> what the workflow returns
 */
public non-sealed interface WorkflowStep<O> extends Step<O> {

    /** The type of the workflow; by default the name of the record. */
    default String workflow() {
        return getClass().getSimpleName();
    }
}
