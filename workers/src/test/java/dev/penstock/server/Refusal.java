package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;

/** The one problem with which something was refused. */
record Refusal(Problem problem) {

    static Refusal of(Target target, ServerSettings settings) {
        return of(() -> Engines.open(target, settings).close());
    }

    static Refusal of(Runnable attempt) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, attempt::run);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.problems()).hasSize(1);
        return new Refusal(refused.problems().getFirst());
    }

    Refusal is(Code code, String message, String remedy) {
        assertThat(problem.message()).contains(message);
        assertThat(problem.remedy()).contains(remedy);
        assertThat(problem.code()).isEqualTo(code);
        return this;
    }

    Refusal at(String where) {
        assertThat(problem.where()).isEqualTo(where);
        return this;
    }
}
