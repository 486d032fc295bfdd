package dev.penstock.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The small variant of {@code benchmarks/engine chaos}. */
final class ChaosIT {

    private static final long SEED = 7;

    @Test
    void losesNothingAndDoesNothingTwiceWhenWorkersAndTheServerAreKilled() throws IOException {
        Chaos.Outcome outcome = new Chaos(500, SEED, 5, 1, Duration.ofSeconds(3)).run();

        assertThat(outcome.faults()).as("seed %s: %s", SEED, outcome).isEmpty();
        assertThat(outcome.calm().left().keys()).hasSizeGreaterThan(500);
        assertThat(outcome.disturbed().workersKilled()).as(outcome.toString()).isEqualTo(5);
        assertThat(outcome.disturbed().serversKilled()).as(outcome.toString()).isEqualTo(1);
    }
}
