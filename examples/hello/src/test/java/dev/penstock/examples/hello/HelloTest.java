package dev.penstock.examples.hello;

import static dev.penstock.testing.PenstockAssertions.assertThat;

import dev.penstock.spec.Spec;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class HelloTest {

    @Test
    void greetsInOneStep() {
        assertThat(Spec.of(new Hello())).hasStep("greet");
        Assertions.assertThat(Hello.greet("World")).isEqualTo("Hello, World!");
    }
}
