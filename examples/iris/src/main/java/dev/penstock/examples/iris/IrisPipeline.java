package dev.penstock.examples.iris;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.isTrue;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.util.Comparator.comparingDouble;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.model.ModelRegistry;
import dev.penstock.model.ModelVersion;
import dev.penstock.pipelines.quality.Expectations;
import dev.penstock.pipelines.quality.Quality;
import dev.penstock.pipelines.quality.Suite;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Trains a classifier of iris flowers, and registers it when it beats the bar.
 *
 * <p>A run ends by itself: it registers the model and reports. Only with {@code askOwners} it goes on to wait, for two days
 * at most, until the model's owners approve, and then promotes what they approved.
 */
public final class IrisPipeline implements Pipeline<IrisPipeline.Params, IrisPipeline.Outcome> {

    /**
     * What a run can be given.
     *
     * @param source an address of a table as CSV; {@code iris.csv} is the one that comes with this example
     * @param depths how deep trees may grow; one model is trained for each
     */
    public record Params(URI source, List<Integer> depths, double minAccuracy, boolean askOwners) {}

    public record Outcome(boolean promoted, String reason) {}

    // What flows between the steps. An artifact is a reference; its type says how far it has come.
    record RawIris(URI uri, String digest) implements Dataset {}

    record CleanIris(URI uri, String digest) implements Dataset {}

    record Features(URI uri, String digest) implements Dataset {}

    record Classifier(URI uri, String digest) implements Model {}

    record Split(Features train, Features test) {}

    record Candidate(Classifier model, double accuracy) {}

    private static final Suite EXPECTED = Suite.beside(IrisPipeline.class, "iris.suite.json");

    // Containers: the components are the inputs, the type argument is the output.
    record Ingest(Value<URI> source) implements ContainerStep<RawIris> {
        @Override
        public Container container() {
            return python("ingest");
        }
    }

    record Engineer(Value<CleanIris> clean, double testShare) implements ContainerStep<Split> {
        @Override
        public Container container() {
            return python("engineer");
        }
    }

    record Train(Value<Features> train, Value<Integer> depth) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return python("train").cpu(2).memory("2Gi").on(pool("training-workloads"));
        }
    }

    record Evaluate(Value<Classifier> model, Value<Features> test) implements ContainerStep<Candidate> {
        @Override
        public Container container() {
            return python("evaluate");
        }
    }

    @Override
    public Optional<Params> defaults() {
        return Optional.of(new Params(URI.create("iris.csv"), List.of(2, 4, 8), 0.9, false));
    }

    @Override
    public Value<Outcome> define(Flow flow, Value<Params> in) {
        Value<RawIris> raw = flow.run(
                new Ingest(in.get(Params::source)), cached().forAtMost(ofDays(1)), retry(5).every(ofMinutes(1)));
        Value<Quality> quality = flow.run(new Expectations<>(raw, EXPECTED), named("validate"), cached());
        Value<CleanIris> clean = flow.apply(IrisPipeline::clean).to(raw, quality);
        Value<Split> split = flow.run(new Engineer(clean, 0.2), cached());

        Value<List<Candidate>> candidates = flow.map(
                in.get(Params::depths),
                depth -> {
                    Value<Classifier> model = flow.run(
                            new Train(split.get(Split::train), depth),
                            cached(),
                            timeout(ofHours(1)),
                            spot().onDemandAfter(2));
                    return flow.run(new Evaluate(model, split.get(Split::test)), cached());
                },
                atMost(4));
        Value<Candidate> best = flow.apply(IrisPipeline::mostAccurate).to(candidates);

        return flow.when(best.get(Candidate::accuracy).is(atLeast(in.get(Params::minAccuracy))), () -> {
                    Value<ModelVersion> version =
                            flow.call(ModelRegistry::register).with(Value.of("iris"), best.get(Candidate::model));
                    return flow.when(in.get(Params::askOwners).is(isTrue()), () -> promote(flow, version))
                            .otherwise(
                                    () -> flow.apply(IrisPipeline::registered).to(version, best));
                })
                .otherwise(() -> flow.apply(IrisPipeline::reject).to(best));
    }

    private static Value<Outcome> promote(Flow flow, Value<ModelVersion> version) {
        Value<Approved<ModelVersion>> approved =
                flow.approval("model-owners", within(ofDays(2))).of(version);
        return flow.apply(IrisPipeline::promoted)
                .to(flow.call(ModelRegistry::promote).with(approved));
    }

    /** Raw data is clean once its quality is known: critical faults would have ended the run. */
    static CleanIris clean(RawIris raw, Quality quality) {
        return new CleanIris(raw.uri(), raw.digest());
    }

    static Candidate mostAccurate(List<Candidate> candidates) {
        return candidates.stream().max(comparingDouble(Candidate::accuracy)).orElseThrow();
    }

    static Outcome registered(ModelVersion version, Candidate best) {
        return new Outcome(
                false,
                "%s %s is registered, with an accuracy of %s: %s; its owners are asked with askOwners=true"
                        .formatted(version.model(), version.number(), best.accuracy(), version.page()));
    }

    static Outcome promoted(ModelVersion version) {
        return new Outcome(true, "%s %s: %s".formatted(version.model(), version.number(), version.page()));
    }

    static Outcome reject(Candidate best) {
        return new Outcome(false, "best accuracy was " + best.accuracy());
    }

    private static Container python(String command) {
        return Container.image("iris/model")
                .command("python", "-m", "iris", command)
                .cpu(1)
                .memory("1Gi");
    }
}
