package com.example.greenhouse;

import static dev.penstock.testing.PenstockAssertions.assertThat;

import dev.penstock.spec.Spec;
import org.junit.jupiter.api.Test;

class VentilationPipelineTest {

    @Test
    void opensTheWindowByACall() {
        assertThat(Spec.of(new VentilationPipeline())).hasStep("open").isCall();
    }
}
