package dev.penstock.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small variants of {@code benchmarks/store}. */
final class StoreIT {

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3"})
    void computesOnceThoughTheOwnerIsKilled(String store) throws Exception {
        try (Place place = open(store);
                CacheRace race = new CacheRace(place, 8)) {
            CacheRace.Outcome outcome = race.run(9);
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.killed()).isEqualTo(3);
            assertThat(outcome.takenOver()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3"})
    void neverShowsATornArtifact(String store) throws Exception {
        try (Place place = open(store)) {
            Torn.Outcome outcome = new Torn(place, 5, 7).run();
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.objects()).isPositive();
        }
    }

    private static Place open(String store) throws Exception {
        return store.equals("s3") ? Place.s3() : Place.files();
    }
}
