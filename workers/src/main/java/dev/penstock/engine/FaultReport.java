package dev.penstock.engine;

import dev.penstock.fault.Fault;

/** What a failed activity says about it. */
public record FaultReport(Fault fault) implements Message {}
