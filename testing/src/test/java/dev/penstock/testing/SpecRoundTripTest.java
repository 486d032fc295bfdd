package dev.penstock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Spec;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpecRoundTripTest {

    private static final int CASES = 10_000;
    private static final long SEED = 20_260_131;

    @Test
    void readsWhatItWrote() {
        Set<String> digests = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            long seed = SEED + i;
            Spec spec = SpecGenerator.seeded(seed).next();
            Spec read = Spec.parse(spec.toJson(), "x");
            assertThat(read).as("the spec of seed %d", seed).isEqualTo(spec);
            assertThat(read.digest()).as("the digest of seed %d", seed).isEqualTo(spec.digest());
            digests.add(spec.digest());
        }
        assertThat(digests).as("different specs").hasSizeGreaterThan(CASES * 9 / 10);
    }

    @Test
    void readsAgainWhatItWroteWithoutSites() {
        for (long seed = 0; seed < 500; seed++) {
            Spec spec = SpecGenerator.seeded(seed).next();
            Spec read = Spec.parse(spec.toJsonWithoutSites(), "x");
            assertThat(read.digest()).as("the digest of seed %d", seed).isEqualTo(spec.digest());
            assertThat(read.toJsonWithoutSites())
                    .as("the text of seed %d", seed)
                    .isEqualTo(spec.toJsonWithoutSites());
        }
    }
}
