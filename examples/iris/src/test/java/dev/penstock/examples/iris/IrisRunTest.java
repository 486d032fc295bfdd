package dev.penstock.examples.iris;

import static dev.penstock.testing.PenstockAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.penstock.artifact.Model;
import dev.penstock.examples.iris.IrisPipeline.Candidate;
import dev.penstock.examples.iris.IrisPipeline.Classifier;
import dev.penstock.examples.iris.IrisPipeline.Features;
import dev.penstock.examples.iris.IrisPipeline.Outcome;
import dev.penstock.examples.iris.IrisPipeline.Params;
import dev.penstock.examples.iris.IrisPipeline.RawIris;
import dev.penstock.examples.iris.IrisPipeline.Split;
import dev.penstock.flow.Approved;
import dev.penstock.model.ModelRegistry;
import dev.penstock.model.ModelVersion;
import dev.penstock.pipelines.quality.Quality;
import dev.penstock.testing.run.Faults;
import dev.penstock.testing.run.PipelineRuns;
import dev.penstock.testing.run.TestRun;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IrisRunTest {

    private static final URI SOURCE = URI.create("iris.csv");
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    /** A model of depth 4 is right in 94 of 100 cases, one of depth 8 in 98. */
    private TestRun<Params, Outcome> iris() {
        return runs.of(new IrisPipeline())
                .standIn("ingest", new RawIris(SOURCE, DIGEST))
                .standIn("validate", new Quality(10, 10, List.of(), new Quality.DataDocs(SOURCE, DIGEST)))
                .standIn("engineer", new Split(new Features(SOURCE, DIGEST), new Features(SOURCE, DIGEST)))
                .standIn("train", inputs -> model(inputs.get("depth", Integer.class)))
                .standIn("evaluate", inputs -> evaluated(inputs.get("model", Classifier.class)))
                .service(ModelRegistry.class, new Registry());
    }

    private static Classifier model(int depth) {
        return new Classifier(URI.create("models/depth-" + depth), DIGEST);
    }

    private static Candidate evaluated(Classifier model) {
        int depth = Integer.parseInt(model.uri().getPath().replaceAll("\\D", ""));
        return new Candidate(model, (90 + depth) / 100.0);
    }

    private record Registry() implements ModelRegistry {
        @Override
        public ModelVersion register(String name, Model model) {
            return new ModelVersion(name, 1, model.uri());
        }

        @Override
        public ModelVersion promote(Approved<ModelVersion> approved) {
            return approved.value();
        }
    }

    private static Params asking() {
        return new Params(SOURCE, List.of(2, 4, 8), 0.9, true);
    }

    @Test
    void registersTheBestModelAndEndsWithoutAskingAnybody() {
        assertThat(iris().run())
                .yields(new Outcome(
                        false,
                        "iris 1 is registered, with an accuracy of 0.98: models/depth-8;"
                                + " its owners are asked with askOwners=true"))
                .skipped("approval-model-owners", "promote", "reject");
    }

    @Test
    void promotesTheBestModelOnceItIsApproved() {
        assertThat(iris().input(asking())
                        .approving("approval-model-owners", "ann", ofHours(20))
                        .run())
                .yields(new Outcome(true, "iris 1: models/depth-8"))
                .ranTimes("train", 3)
                .ranInOrder("ingest", "validate", "train", "register", "approval-model-owners", "promote")
                .skipped("reject")
                .tookAbout(ofHours(20));
    }

    @Test
    void promotesNothingThatIsRefused() {
        assertThat(iris().input(asking())
                        .refusing("approval-model-owners", "bob", "too few flowers")
                        .run())
                .rejected()
                .failedIn("approval-model-owners")
                .saying("bob refused: too few flowers")
                .didNotRun("promote");
    }

    @Test
    void promotesNothingThatNobodyApprovesInTime() {
        assertThat(iris().input(asking()).run())
                .rejected()
                .saying("Nobody approved")
                .didNotRun("promote")
                .tookAbout(ofDays(2));
    }

    @Test
    void promotesNothingBelowTheBar() {
        assertThat(iris().input(new Params(SOURCE, List.of(2, 4), 0.95, false)).run())
                .yields(new Outcome(false, "best accuracy was 0.94"))
                .skipped("register", "approval-model-owners", "promote");
    }

    @Test
    void triesAFlakyIngestAgain() {
        assertThat(iris().failing("ingest", Faults.twice()).run())
                .succeeded()
                .retried("ingest", 2)
                .tookAtLeast(ofMinutes(2));
    }

    @Test
    void trainsOnAfterTheNodeOfOneDepthIsTakenAway() {
        assertThat(iris().failing("train", Faults.preempted(3).at("map-depths[1]/train"))
                        .run())
                .succeeded()
                .ranTimes("train", 3)
                .retried("train", 3);
    }
}
