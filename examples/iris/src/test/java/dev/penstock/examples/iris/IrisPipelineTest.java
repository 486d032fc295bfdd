package dev.penstock.examples.iris;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Spec;
import org.junit.jupiter.api.Test;

final class IrisPipelineTest {

    private final Spec spec = Spec.of(new IrisPipeline());

    @Test
    void isTheReviewedGraph() {
        assertThat(spec).matchesGolden("iris.spec.json");
    }

    @Test
    void trainsOncePerDepthOnFeaturesThatWereValidated() {
        assertThat(spec).hasStep("train").isInside("map-depths").comesAfter("validate");
    }

    @Test
    void usesOnlyDataWhoseQualityIsKnown() {
        assertThat(spec).hasStep("engineer").readsFrom("clean");
        assertThat(spec).hasStep("clean").readsFrom("validate");
    }

    @Test
    void asksNobodyUnlessItIsTold() {
        assertThat(new IrisPipeline().defaults().orElseThrow().askOwners()).isFalse();
        assertThat(spec).hasStep("approval-model-owners").isInside("when-ask-owners");
    }

    @Test
    void promotesOnlyWhatWasApproved() {
        assertThat(spec).hasStep("promote").isCall().readsFrom("approval-model-owners");
    }
}
