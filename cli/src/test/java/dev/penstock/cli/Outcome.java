package dev.penstock.cli;

/** How a call of the command ended and what it wrote. */
public record Outcome(int code, String out, String err) {}
