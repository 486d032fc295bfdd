package dev.penstock.artifact;

/** Measurements of a model or of data. */
public interface Metrics extends Artifact {}
