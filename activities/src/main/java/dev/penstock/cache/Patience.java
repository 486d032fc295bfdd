package dev.penstock.cache;

import java.time.Duration;

/** Pauses between two looks at what somebody else computes: short at first, then up to two seconds. */
final class Patience {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final double FACTOR = 1.5;

    private Duration next = SHORTEST;

    void pause() throws InterruptedException {
        Thread.sleep(next);
        long longer = (long) (next.toMillis() * FACTOR);
        next = longer > LONGEST.toMillis() ? LONGEST : Duration.ofMillis(longer);
    }
}
