package dev.penstock.cache;

/**
 * A step as a person knows it, who wants to be told what the cache did for it.
 *
 * @param run the run as a whole, not the workflow that works on a part of it
 * @param gpus how many it needs, since their time is what a hit saves
 */
public record AskingStep(String run, String path, int gpus) {}
