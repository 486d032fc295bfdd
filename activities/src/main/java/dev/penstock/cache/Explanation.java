package dev.penstock.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a step of a run hit or missed the cache.
 *
 * @param saved the time that a hit saved; zero for a miss
 * @param gpus how many the step needs, if any
 * @param asked when; nothing in explanations from before it was noted
 */
public record Explanation(
        String run,
        String path,
        boolean hit,
        String verdict,
        Duration saved,
        Optional<Integer> gpus,
        Optional<Instant> asked,
        CacheKey key,
        Optional<Nearest> nearest) {

    /** The earlier result of the same step whose key has most in common with this one, and what differs. */
    public record Nearest(String by, Instant made, List<Difference> differences) {
        public Nearest {
            differences = List.copyOf(differences);
        }
    }
}
