package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerdictTest {

    private static final Optional<String> NO_REASON = Optional.empty();

    @Test
    void findsNothingWrongWithZero() {
        assertThat(Verdict.of("train", ending(0), NO_REASON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, USER, train ended with exit code 1: ValueError: too small.",
        "2, USER, train ended with exit code 2: ValueError: too small.",
        "64, USER, train ended with exit code 64",
        "65, REJECTED, ValueError: too small",
        "75, PLATFORM, train asks to be tried again: ValueError: too small.",
        "137, USER, train was ended by SIGKILL",
        "139, USER, train was ended by SIGSEGV",
        "255, USER, train ended with exit code 255"
    })
    void tellsWhoseFaultAnExitCodeIs(int exit, FaultKind kind, String beginning) {
        Fault fault = Verdict.of("train", ending(exit), NO_REASON).orElseThrow();

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.message()).startsWith(beginning);
        assertThat(fault.lasting()).isFalse();
    }

    @Test
    void prefersTheReasonThatAStepWroteForARejection() {
        assertThat(Verdict.of("train", ending(65), Optional.of("7 % of the rows are empty")))
                .hasValueSatisfying(fault -> assertThat(fault.message()).isEqualTo("7 % of the rows are empty"));
    }

    @Test
    void saysWhichLimitOfMemoryWasMet() {
        Ending ending = new Ending(137, Optional.of("512Mi"), Optional.empty(), List.of(), "1.log");

        assertThat(Verdict.of("train", ending, NO_REASON)).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.OUT_OF_MEMORY);
            assertThat(fault.message()).startsWith("train was ended, since it used more memory than 512Mi.");
        });
    }

    @Test
    void showsTheLastLinesEvenOfAVeryLongLog() {
        List<String> lines =
                IntStream.range(0, 20).mapToObj(i -> i + " " + "x".repeat(250)).toList();
        Ending ending = new Ending(1, Optional.empty(), Optional.of("y".repeat(5000)), lines, "1.log");

        String message = Verdict.of("train", ending, NO_REASON).orElseThrow().message();

        assertThat(message)
                .contains("\n    19 xxx")
                .doesNotContain("\n    5 xxx")
                .endsWith("All that it wrote: 1.log");
    }

    private static Ending ending(int exit) {
        return new Ending(
                exit,
                Optional.empty(),
                Optional.of("ValueError: too small"),
                List.of("ValueError: too small"),
                "1.log");
    }
}
