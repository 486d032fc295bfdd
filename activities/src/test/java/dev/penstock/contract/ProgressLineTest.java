package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressLineTest {

    @Test
    void saysHowFarAStepIs() {
        Progress progress = ProgressLine.parse(
                        "{\"fraction\": 0.429, \"message\": \"epoch 3\", \"metrics\": {\"loss\": 0.31249}, \"step\": 3}")
                .orElseThrow();

        assertThat(progress.words()).isEqualTo("42 % · epoch 3 · loss 0.3125");
        assertThat(progress.toJson())
                .hasToString("{\"fraction\":0.429,\"message\":\"epoch 3\",\"step\":3,\"metrics\":{\"loss\":0.31249}}");
    }

    @Test
    void keepsWhatWasSaidBeforeAndIsNotSaidAnew() {
        Progress sum = Stream.of(
                        "{\"fraction\": 0.1, \"message\": \"reads\"}",
                        "{\"metrics\": {\"a\": 1}}",
                        "{\"fraction\": 0.2}")
                .map(line -> ProgressLine.parse(line).orElseThrow())
                .reduce(Progress.nothing(), (before, next) -> next.after(before));

        assertThat(sum.words()).isEqualTo("20 % · reads · a 1.000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "epoch 3",
                "[1]",
                "{}",
                "{\"fraction\": 7}",
                "{\"fraction\": \"half\"}",
                "{\"metrics\": {\"loss\": \"NaN\"}}",
                "{\"metrics\": 3, \"step\": 1.5}",
                "{\"fraction\": 0.5",
                "{\"fraction\": NaN}"
            })
    void leavesOutWhatCannotBeMeant(String line) {
        assertThat(ProgressLine.parse(line)).isEmpty();
    }
}
