package dev.penstock.pipelines.quality;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.penstock.artifact.Dataset;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.spec.Spec;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class ExpectationsTest {

    private static final String SUITE =
            "{\"expectations\": [{\"type\": \"expect_column_to_exist\", \"kwargs\": {\"column\": \"age\"}}]}";

    record People(URI uri, String digest) implements Dataset {}

    static final class Check implements Pipeline<People, Quality> {
        @Override
        public Value<Quality> define(Flow flow, Value<People> people) {
            return flow.run(new Expectations<>(people, new Suite(SUITE)));
        }
    }

    @Test
    void isAStepForDataOfAnyType() {
        assertThat(Spec.of(new Check()))
                .hasStep("expectations")
                .isContainer()
                .image("penstock/expectations")
                .yields(Quality.class);
    }

    @Test
    void bringsItsContainer() {
        for (String file : new String[] {"Dockerfile", "requirements.txt", "expectations.py"}) {
            assertThat(Expectations.class.getResource("/containers/penstock/expectations/" + file))
                    .as(file)
                    .isNotNull();
        }
    }

    @Test
    void isTheSameHoweverItsSuiteIsLaidOut() {
        assertThat(new Suite(SUITE)).isEqualTo(new Suite(SUITE.replace(": ", " :\n  ")));
        assertThat(Suite.beside(ExpectationsTest.class, "people.suite.json")).isEqualTo(new Suite(SUITE));
    }

    @Test
    void refusesWhatIsNoSuite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Suite("{"))
                .withMessageStartingWith("The suite is not JSON: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Suite("{\"expectations\": []}"))
                .withMessageContaining("no list \"expectations\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Suite("{\"expectations\": [{\"expectation_type\": \"x\"}]}"))
                .withMessage("An expectation needs \"type\" and \"kwargs\": {\"expectation_type\":\"x\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.beside(ExpectationsTest.class, "gone.json"))
                .withMessageContaining("There is no resource \"gone.json\" beside " + ExpectationsTest.class.getName());
    }
}
