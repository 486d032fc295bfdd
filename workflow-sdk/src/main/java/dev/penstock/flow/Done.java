package dev.penstock.flow;

/** Says that something is done, where there is nothing else to say. */
public record Done() {}
