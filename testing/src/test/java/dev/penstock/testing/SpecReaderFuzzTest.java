package dev.penstock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecReaderFuzzTest {

    private static final int CASES = 20_000;

    @Test
    void readsBrokenSpecsAsSpecsOrProblems() throws InterruptedException {
        SpecReaderFuzz fuzz = new SpecReaderFuzz(4_711);
        assertThat(fuzz.run(CASES)).isEmpty();
        assertThat(fuzz.refused()).as("refused").isGreaterThan(CASES / 4);
        assertThat(fuzz.read()).as("read in spite of it").isGreaterThan(CASES / 10);
    }
}
