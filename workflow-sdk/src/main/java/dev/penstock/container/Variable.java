package dev.penstock.container;

/** The value of an environment variable. */
public sealed interface Variable {

    /** Plain text. */
    record Literal(String value) implements Variable {}

    /** Read from a secret where the container runs. */
    record FromSecret(Secret secret) implements Variable {}
}
