package dev.penstock.testing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.penstock.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MistakesTest {

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    private static InvalidInputException refused(TestRun<?, ?> run) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(InvalidInputException.class, run::run);
    }

    @Test
    void namesAllContainersForWhichNothingStandsIn() {
        InvalidInputException refused = refused(runs.of(new Release()));
        assertThat(refused.problems()).hasSize(2);
        assertThat(refused)
                .hasMessageContaining("\"ingest\"")
                .hasMessageContaining("\"train\"")
                .hasMessageContaining("Release.java:")
                .hasMessageContaining(".standIn(\"train\", inputs -> …)");
    }

    @Test
    void suggestsTheStepThatWasMeant() {
        InvalidInputException refused = refused(Release.in(runs)
                .standIn("trian", "x")
                .failing("bset", Faults.once())
                .approving("aprove", "ann"));
        assertThat(refused.problems()).hasSize(3);
        assertThat(refused)
                .hasMessageContaining("Did you mean \"train\"?")
                .hasMessageContaining("Did you mean \"best\"?")
                .hasMessageContaining("Did you mean \"approve\"?");
    }

    @Test
    void refusesWhatHasNoMeaningForAStep() {
        InvalidInputException refused = refused(Release.in(runs)
                .standIn("each", "x")
                .failing("rest", Faults.once())
                .failing("best", Faults.once().at("each[0]/best"))
                .approving("promote", "ann"));
        assertThat(refused.problems()).hasSize(4);
        assertThat(refused).hasMessageContaining("is no approval").hasMessageContaining("Stand in for steps such as");
    }

    @Test
    void needsAnInputThatFits() {
        TestRun<Integer, Integer> none = runs.of(new Plain());
        assertThat(refused(none)).hasMessageContaining("Add .input(…)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(none::defaults)
                .withMessageContaining("has no defaults");
    }

    @Test
    void refusesAValueThatIsNotOfTheStepsType() {
        assertThat(refused(Release.in(runs).standIn("train", 7)))
                .hasMessageContaining("What stands in for \"train\"")
                .hasMessageContaining("Candidate");
        assertThat(refused(Release.in(runs).standIn("train", new Release.Params("", java.util.List.of(), 1))))
                .hasMessageContaining("depth");
    }

    @Test
    void refusesNullAndWhatIsNoJson() {
        assertThat(refused(Release.in(runs).standIn("ingest", inputs -> new Thread())))
                .hasMessageContaining("cannot flow on");
        assertThat(refused(Release.in(runs).standIn("ingest", inputs -> nothing())))
                .hasMessageContaining("It yielded null.");
    }

    @SuppressWarnings("NullAway")
    private static Object nothing() {
        return null;
    }

    @Test
    void tellsAnInputThatIsNotThere() {
        assertThat(Release.in(runs)
                        .standIn("train", inputs -> inputs.json("dept"))
                        .run()
                        .message())
                .hasValueSatisfying(
                        message -> assertThat(message).contains("no input \"dept\"", "Did you mean \"depth\"?"));
    }

    @Test
    void letsAssertionsInsideStandInsFailTheTest() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Release.in(runs)
                        .standIn("train", inputs -> assertThat(1).isEqualTo(2))
                        .run());
    }
}
