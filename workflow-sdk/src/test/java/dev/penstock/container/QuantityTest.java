package dev.penstock.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "512, 512",
        "1k, 1000",
        "1Ki, 1024",
        "1.5Gi, 1610612736",
        "0.1Ki, 103",
        "16G, 16000000000",
        "16Gi, 17179869184",
        "2Ti, 2199023255552",
        "8191Pi, 9222246136947933184",
        "9223P, 9223000000000000000",
        "007Mi, 7340032",
    })
    void countsBytesAsKubernetesDoes(String text, long bytes) {
        assertThat(Quantity.bytes(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Gi",
                "16 Gi",
                " 16Gi",
                "16Gi ",
                "16gi",
                "16GB",
                "16GiB",
                "-1Gi",
                "+1Gi",
                "1e3",
                "0",
                "0.0Gi",
                ".5Gi",
                "1.",
                "1,5Gi",
                "8192Pi",
                "9224P",
                "١Gi",
                "100m",
                "two",
                "1Gi\n",
                "9999999999999999"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThat(Quantity.bytes(text)).isEmpty();
    }
}
