package dev.penstock.cache;

import dev.penstock.value.Datum;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is under a key. */
sealed interface Entry {

    /** A result. */
    record Done(Datum value, Instant made, Duration took, Owner by) implements Entry {}

    /**
     * Somebody computes the result.
     *
     * @param nonce tells claims of the same owner apart
     * @param before a result that others may still use
     */
    record Claimed(Owner owner, String nonce, Optional<Done> before) implements Entry {}

    /** Somebody tried and failed. */
    record Released(Owner by) implements Entry {}

    /** There was a result, and somebody wanted its place back. */
    record Forgotten(Instant made) implements Entry {}
}
