package dev.penstock.fault;

import java.net.URI;

/**
 * A report that a step left when it rejected its data.
 *
 * @param name where in its output the report would stand, such as {@code docs}
 */
public record Evidence(String name, URI uri, String digest) {}
