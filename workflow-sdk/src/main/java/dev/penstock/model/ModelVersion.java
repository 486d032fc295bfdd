package dev.penstock.model;

import java.net.URI;

/**
 * A version of a registered model.
 *
 * @param page where a person sees it
 */
public record ModelVersion(String model, int number, URI page) {}
