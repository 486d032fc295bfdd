package dev.penstock.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "train", "train-2", "a-b-c", "0-0"})
    void fitsEverywhere(String name) {
        assertThat(StepName.valid(name)).isTrue();
        assertThat(StepName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Train Model, train-model",
        "trainModel, train-model",
        "train_model, train-model",
        "train--model, train-model",
        "-train-, train",
        "train!, train",
        "Größe, gr-e",
        "'', step",
        "-, step",
        "訓練, step",
    })
    void isMadeOfWordsThatDoNotFit(String words, String name) {
        assertThat(StepName.valid(words)).isFalse();
        assertThat(StepName.of(words)).isEqualTo(name);
    }

    @Test
    void isCutAfterSixtyThreeLetters() {
        assertThat(StepName.valid("x".repeat(63))).isTrue();
        assertThat(StepName.valid("x".repeat(64))).isFalse();
        assertThat(StepName.of("x".repeat(62) + "-" + "y".repeat(9))).isEqualTo("x".repeat(62));
    }
}
