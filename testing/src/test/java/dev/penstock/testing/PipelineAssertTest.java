package dev.penstock.testing;

import static dev.penstock.testing.PenstockAssertions.assertThatPipeline;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineAssertTest {

    private static final Problem ONE = new Problem(Code.LAMBDA, "Iris.java:12", "Expected a method.", "Write one.");
    private static final Problem TWO = new Problem(Code.CYCLE, "Iris.java:58 (defaults)", "A circle.", "Break it.");

    private static void refuse() {
        throw new InvalidInputException(List.of(ONE, TWO));
    }

    @Test
    void findsEachProblem() {
        assertThatPipeline(PipelineAssertTest::refuse)
                .isRefusedWith(Code.LAMBDA)
                .isRefusedWith(Code.CYCLE)
                .isRefusedAt("Iris.java:12")
                .isRefusedAt("Iris.java:58")
                .hasProblems(2);
    }

    @Test
    void acceptsASoundPipeline() {
        assertThatPipeline(new SmallPipeline("1Gi")).isAccepted().hasProblems(0);
    }

    @Test
    void refusesWhatItsOwnRulesRefuse() {
        assertThatPipeline(new SmallPipeline("lots"))
                .isRefusedWith(Code.INVALID_CONTAINER)
                .hasProblems(1);
        assertThatPipeline(() -> Spec.parse("{", "spec.json"))
                .isRefusedWith(Code.MALFORMED)
                .isRefusedAt("spec.json:1");
    }

    @Test
    void showsAllProblemsWhenItFails() {
        assertThatThrownBy(() -> assertThatPipeline(PipelineAssertTest::refuse).isRefusedWith(Code.NULL_VALUE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("refused with null-value")
                .hasMessageContaining(ONE.toString())
                .hasMessageContaining(TWO.toString());
        assertThatThrownBy(() -> assertThatPipeline(PipelineAssertTest::refuse).isRefusedAt("Iris.java:5"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThatPipeline(new SmallPipeline("1Gi")).isRefusedWith(Code.LAMBDA))
                .hasMessageContaining("It is accepted.");
    }

    @Test
    void tellsAnotherExceptionFromAProblem() {
        assertThatThrownBy(() -> assertThatPipeline(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken")
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
