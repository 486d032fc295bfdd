package dev.penstock.flow;

import dev.penstock.container.Container;

/**
 * A step that runs in a container: a record whose components are its inputs, handles or constants.
 *
 * @param <O> what it yields: an artifact, or a record of artifacts and plain values
 */
public non-sealed interface ContainerStep<O> extends Step<O> {

    Container container();
}
