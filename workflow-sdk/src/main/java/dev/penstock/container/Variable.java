package dev.penstock.container;

import static java.util.Objects.requireNonNull;

/** The value of an environment variable. */
public sealed interface Variable {

    /** Plain text. */
    record Literal(String value) implements Variable {
        public Literal {
            requireNonNull(value, "value");
        }
    }

    /** Read from a secret where the container runs. */
    record FromSecret(Secret secret) implements Variable {
        public FromSecret {
            requireNonNull(secret, "secret");
        }
    }
}
