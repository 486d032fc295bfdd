package dev.penstock.cli.find;

import dev.penstock.problem.Problem;

/** A class that implements Pipeline and yet cannot be used, with the reason. */
public record LeftOut(String className, Problem problem) {}
