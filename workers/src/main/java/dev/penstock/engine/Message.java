package dev.penstock.engine;

/** A record that travels between the parts of the engine as JSON. */
public interface Message {}
