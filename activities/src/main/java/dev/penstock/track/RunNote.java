package dev.penstock.track;

/**
 * The run that something is told of.
 *
 * @param run the name of the run
 * @param digest of its spec
 */
public record RunNote(String run, String pipeline, String digest, String startedBy, String trigger) {}
