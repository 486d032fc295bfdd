package dev.penstock.function;

/**
 * What a service can know about the call that it answers.
 *
 * @param run the workflow that calls, such as {@code iris-monday}
 * @param pipeline whose run it is
 * @param step the name of the step
 * @param idempotencyKey the same for every attempt of this step in this run, and for no other
 */
public record CallContext(String run, String pipeline, String step, String idempotencyKey) {}
