package dev.penstock.cache;

import dev.penstock.spec.Words;
import java.time.Duration;
import java.util.Optional;

/**
 * What the cache did for the steps of a run.
 *
 * @param hits steps whose results were there
 * @param misses steps that were computed
 * @param time that making the results of the hits had taken
 * @param gpuTime the same, for each GPU that they had
 */
public record Savings(long hits, long misses, Duration time, Duration gpuTime) {

    public static final Savings NONE = new Savings(0, 0, Duration.ZERO, Duration.ZERO);

    Savings plus(Explanation step) {
        return step.hit()
                ? new Savings(
                        hits + 1,
                        misses,
                        time.plus(step.saved()),
                        gpuTime.plus(step.saved().multipliedBy(step.gpus().orElse(0))))
                : new Savings(hits, misses + 1, time, gpuTime);
    }

    /** For people; nothing where no step asked the cache. */
    public Optional<String> words() {
        if (hits + misses == 0) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder("%s of %s results".formatted(hits, hits + misses));
        if (hits > 0) {
            words.append(", saved ").append(Words.of(time));
        }
        if (!gpuTime.isZero()) {
            words.append(" and ").append(Words.of(gpuTime)).append(" of GPUs");
        }
        return Optional.of(words.toString());
    }
}
