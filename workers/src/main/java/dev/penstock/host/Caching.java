package dev.penstock.host;

import dev.penstock.cache.Owners;
import dev.penstock.step.ContextDigests;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.ObjectStore;

/**
 * What lets a worker give results that are there already.
 *
 * @param server names what runs the workflows, among all that share the store
 */
public record Caching(
        ObjectStore objects, ArtifactStore artifacts, ContextDigests contexts, Owners owners, String server) {}
