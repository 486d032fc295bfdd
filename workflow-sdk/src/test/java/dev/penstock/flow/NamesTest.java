package dev.penstock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Train, train",
        "TrainModel, train-model",
        "trainModel, train-model",
        "TrainXGBoost, train-xg-boost",
        "HTTPServer, http-server",
        "ResNet50Train, res-net50-train",
        "train_model, train-model",
        "X, x",
        "ABC, abc",
    })
    void makesNamesThatPeopleRecognise(String inCode, String name) {
        assertThat(Names.kebab(inCode)).isEqualTo(name);
    }

    @Test
    void leavesTheWordPipelineOut() {
        final class ChurnPipeline {}
        final class Pipeline {}
        final class PipelineOfChurn {}

        assertThat(Names.ofPipeline(ChurnPipeline.class)).isEqualTo("churn");
        assertThat(Names.ofPipeline(Pipeline.class)).isEqualTo("pipeline");
        assertThat(Names.ofPipeline(PipelineOfChurn.class)).isEqualTo("pipeline-of-churn");
    }

    @Test
    void shortensWhatIsJoined() {
        assertThat(Names.join("approval", "Model Owners, EMEA")).isEqualTo("approval-model-owners-emea");
        assertThat(Names.join("map", "x".repeat(100))).hasSize(63).startsWith("map-xxx");
    }
}
