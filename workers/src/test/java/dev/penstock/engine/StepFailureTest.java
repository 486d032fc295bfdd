package dev.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepFailureTest {

    private static StepFailure failure(String step, FaultKind kind) {
        return new StepFailure(step, step, 1, "Here.java:1", Fault.of(kind, "why"), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "USER, PLATFORM, false, first",
        "USER, CANCELLED, false, first",
        "CANCELLED, USER, false, later",
        "CANCELLED, CANCELLED, false, first",
        "USER, PLATFORM, true, first",
        "USER, CANCELLED, true, later",
        "CANCELLED, USER, true, first",
        "CANCELLED, CANCELLED, true, first"
    })
    void tellsWhyARunEnded(FaultKind first, FaultKind later, boolean cancelled, String told) {
        assertThat(failure("first", first)
                        .or(failure("later", later), cancelled)
                        .step())
                .isEqualTo(told);
    }
}
