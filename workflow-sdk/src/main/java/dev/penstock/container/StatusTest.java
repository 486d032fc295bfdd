package dev.penstock.container;

import static java.util.Objects.requireNonNull;

/** What to look for in the status of a Kubernetes resource. */
public sealed interface StatusTest {

    /** A condition of this type has this status. */
    record Condition(String type, String status) implements StatusTest {
        public Condition {
            requireNonNull(type, "type");
            requireNonNull(status, "status");
        }
    }

    /** A field, such as {@code status.jobStatus}, has this value. */
    record Field(String path, String value) implements StatusTest {
        public Field {
            requireNonNull(path, "path");
            requireNonNull(value, "value");
        }
    }
}
