package dev.penstock.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9951, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "340000000000, 340 GB",
        "9223372036854775807, 9223 PB"
    })
    void areShort(long bytes, String words) {
        assertThat(ByteWords.of(bytes)).isEqualTo(words);
    }
}
