package dev.penstock.artifact;

/** Something for people to read. */
public interface Report extends Artifact {}
