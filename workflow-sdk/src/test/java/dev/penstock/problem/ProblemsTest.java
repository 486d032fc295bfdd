package dev.penstock.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void keepsTheOrderAndTellsEachProblemOnce() {
        problems.add(Code.CYCLE, "A.java:2", "Round and round.", "Stop.");
        problems.add(Code.LAMBDA, "A.java:1", "A lambda.", "Use a method.");
        problems.addAll(List.of(new Problem(Code.CYCLE, "A.java:2", "Round and round.", "Stop.")));

        assertThat(problems.list()).extracting(Problem::code).containsExactly(Code.CYCLE, Code.LAMBDA);
    }

    @Test
    void goesOnWhenThereIsNone() {
        problems.throwIfAny();

        assertThat(problems.none()).isTrue();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void endsWithEverythingThatWasFoundOneLineEach() {
        problems.add(Code.CYCLE, "A.java:2", "Round and round.", "Stop.");
        problems.add(Code.UNKNOWN_POOL, "B.java:3", "No pool.", "Name one.");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(problems::throwIfAny)
                .withMessage("A.java:2: Round and round. Stop. [cycle]\nB.java:3: No pool. Name one. [unknown-pool]")
                .satisfies(thrown -> assertThat(thrown.problems()).isEqualTo(problems.list()));
    }

    @Test
    void everyRuleHasAMeaningOfItsOwn() {
        List<Code> codes = Arrays.asList(Code.values());

        assertThat(codes)
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(code.text()).matches("[a-z]+(-[a-z]+)*"));
        assertThat(codes).extracting(Code::meaning).doesNotHaveDuplicates().allMatch(meaning -> meaning.endsWith("."));
    }
}
