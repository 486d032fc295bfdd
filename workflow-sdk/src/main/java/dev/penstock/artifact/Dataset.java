package dev.penstock.artifact;

/** Data that steps read or write. */
public interface Dataset extends Artifact {}
