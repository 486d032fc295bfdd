package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.spec.Words;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "90m, PT1H30M",
        "1h30m, PT1H30M",
        "1h 30m, PT1H30M",
        "' 2d ', PT48H",
        "2d12h, PT60H",
        "1d1s, PT24H1S",
        "45s, PT45S",
        "1.5s, PT1.5S",
        "0s, PT0S",
        "5M, PT5M",
        "2H, PT2H",
        "pt1h, PT1H",
        "' PT1H ', PT1H",
        "P1DT2H, PT26H",
        "PT-5M, PT-5M",
        "-PT5M, PT-5M",
    })
    void readsWhatPeopleWrite(String written, Duration duration) {
        assertThat(Durations.parse(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "90",
                "m",
                "-5m",
                "1w",
                "90 minutes",
                "30m1h",
                "1.5h",
                "1m1m",
                "١m",
                "99999999999999999999d",
                "P",
                "PT"
            })
    void refusesWhatIsNoDuration(String written) {
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> Durations.parse(written));
    }

    @Test
    void readsTheWordsThatPenstockWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Duration duration = Duration.ofSeconds(random.nextInt(10_000_000) * (long) random.nextInt(3));

            assertThat(Durations.parse(Words.of(duration)))
                    .as(Words.of(duration))
                    .isEqualTo(duration);
        }
    }
}
