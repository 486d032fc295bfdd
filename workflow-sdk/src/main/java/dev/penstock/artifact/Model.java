package dev.penstock.artifact;

/** A trained model. */
public interface Model extends Artifact {}
