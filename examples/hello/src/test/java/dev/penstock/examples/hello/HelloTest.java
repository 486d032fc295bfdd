package dev.penstock.examples.hello;

import static dev.penstock.testing.PenstockAssertions.assertThat;

import dev.penstock.spec.Spec;
import dev.penstock.testing.run.PipelineRuns;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HelloTest {

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    @Test
    void greetsWhoeverIsGiven() {
        assertThat(runs.of(new Hello()).input("Ada").run()).yields("Hello, Ada!");
    }

    @Test
    void greetsInOneStep() {
        assertThat(Spec.of(new Hello())).hasStep("greet");
        Assertions.assertThat(Hello.greet("World")).isEqualTo("Hello, World!");
    }
}
