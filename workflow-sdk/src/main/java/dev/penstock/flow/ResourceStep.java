package dev.penstock.flow;

/**
 * A step that is a Kubernetes resource which some operator works on: a record whose handles appear in its fields.
 *
 * @param <O> what the step yields, read from the resource's status, or {@link Done}
 */
public non-sealed interface ResourceStep<O> extends Step<O> {

    Resource resource();
}
