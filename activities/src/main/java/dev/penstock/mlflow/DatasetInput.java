package dev.penstock.mlflow;

import java.net.URI;

/**
 * Data that a run has read.
 *
 * @param use what for, such as {@code training}
 */
public record DatasetInput(String name, URI source, String digest, String use) {}
