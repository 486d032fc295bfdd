package dev.penstock.examples.iris;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.cached;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Trains a classifier of iris flowers and promotes it when it beats the bar. */
public final class IrisPipeline implements Pipeline<IrisPipeline.Params, IrisPipeline.Outcome> {

    public record Params(URI source, List<Integer> depths, double minAccuracy) {}

    public record Outcome(boolean promoted, String reason) {}

    // What flows between the steps. An artifact is a reference; its type says how far it has come.
    record RawIris(URI uri, String digest) implements Dataset {}

    record CleanIris(URI uri, String digest) implements Dataset {}

    record Features(URI uri, String digest) implements Dataset {}

    record Classifier(URI uri, String digest) implements Model {}

    record Split(Features train, Features test) {}

    record Candidate(Classifier model, double accuracy) {}

    record Version(String name, int number) {}

    // Containers: the components are the inputs, the type argument is the output.
    record Ingest(Value<URI> source) implements ContainerStep<RawIris> {
        @Override
        public Container container() {
            return image("ingest");
        }
    }

    record Validate(Value<RawIris> raw, double maxMissing) implements ContainerStep<CleanIris> {
        @Override
        public Container container() {
            return image("validate");
        }
    }

    record Engineer(Value<CleanIris> clean, double testShare) implements ContainerStep<Split> {
        @Override
        public Container container() {
            return image("engineer").memory("1Gi");
        }
    }

    record Train(Value<Features> train, Value<Integer> depth) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return image("train").cpu(2).memory("2Gi").on(pool("training-workloads"));
        }
    }

    record Evaluate(Value<Classifier> model, Value<Features> test) implements ContainerStep<Candidate> {
        @Override
        public Container container() {
            return image("evaluate").memory("1Gi");
        }
    }

    // Services: effects on the outside world; the worker supplies the implementations.
    interface ModelRegistry {
        Version register(Candidate candidate);

        Outcome promote(Approved<Version> version);
    }

    @Override
    public Optional<Params> defaults() {
        return Optional.of(new Params(URI.create("iris.csv"), List.of(2, 4, 8), 0.9));
    }

    @Override
    public Value<Outcome> define(Flow flow, Value<Params> in) {
        Value<RawIris> raw = flow.run(new Ingest(in.get(Params::source)), retry(5).every(ofMinutes(1)));
        Value<CleanIris> clean = flow.run(new Validate(raw, 0.02));
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
                    Value<Version> version = flow.call(ModelRegistry::register).with(best);
                    Value<Approved<Version>> approved =
                            flow.approval("model-owners", within(ofDays(2))).of(version);
                    return flow.call(ModelRegistry::promote).with(approved);
                })
                .otherwise(() -> flow.apply(IrisPipeline::reject).to(best));
    }

    static Candidate mostAccurate(List<Candidate> candidates) {
        return candidates.stream().max(comparingDouble(Candidate::accuracy)).orElseThrow();
    }

    static Outcome reject(Candidate best) {
        return new Outcome(false, "best accuracy was " + best.accuracy());
    }

    private static Container image(String step) {
        return Container.image("iris/" + step).cpu(1).memory("512Mi");
    }
}
