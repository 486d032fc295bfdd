package dev.penstock.container;

/** A gang of equal nodes. */
public record Distribution(int nodes, int gpusEach) {}
