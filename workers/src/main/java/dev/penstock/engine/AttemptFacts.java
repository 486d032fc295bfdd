package dev.penstock.engine;

import dev.penstock.step.Placement;

/**
 * What an activity with an effect knows about the attempt.
 *
 * @param key the same for every attempt of this step in this run, and for no other
 */
public record AttemptFacts(
        String run, String pipeline, String step, String path, String key, int attempt, Placement placement)
        implements Message {}
