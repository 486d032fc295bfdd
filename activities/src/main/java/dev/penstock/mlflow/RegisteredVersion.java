package dev.penstock.mlflow;

import java.net.URI;

/**
 * A version of a registered model.
 *
 * @param page where a person sees it
 */
public record RegisteredVersion(String model, int version, URI page) {}
