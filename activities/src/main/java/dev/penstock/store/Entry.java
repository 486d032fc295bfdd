package dev.penstock.store;

import java.time.Instant;

/** An object in a listing. */
public record Entry(String name, long bytes, Instant changed) {}
