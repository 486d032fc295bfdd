package dev.penstock.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SavingsTest {

    @Test
    void saysWhatIsWorthSaying() {
        assertThat(Savings.NONE.words()).isEmpty();
        assertThat(new Savings(0, 2, Duration.ZERO, Duration.ZERO).words()).contains("0 of 2 results");
        assertThat(new Savings(3, 2, Duration.ofMinutes(90), Duration.ZERO).words())
                .contains("3 of 5 results, saved 1h 30m");
        assertThat(new Savings(3, 0, Duration.ofMinutes(90), Duration.ofHours(12)).words())
                .contains("3 of 3 results, saved 1h 30m and 12h of GPUs");
    }
}
