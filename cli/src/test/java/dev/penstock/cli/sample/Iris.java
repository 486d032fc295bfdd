package dev.penstock.cli.sample;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.util.Comparator.comparingDouble;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.option.PipelineSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a record with all sorts of components, and refuses some values. */
public final class Iris implements Pipeline<Iris.Params, Iris.Outcome> {

    public record Params(
            URI source,
            List<Integer> depths,
            double minAccuracy,
            Optimizer optimizer,
            Mode mode,
            Optional<Duration> limit,
            Map<String, String> labels,
            Strategy strategy) {
        public Params {
            if (depths.isEmpty()) {
                throw new IllegalArgumentException("at least one depth is needed");
            }
        }
    }

    public record Optimizer(double rate, Optional<Momentum> momentum) {
        public Optimizer {
            if (!(rate > 0)) {
                throw new IllegalArgumentException("the rate must be above zero.");
            }
        }
    }

    public record Momentum(double amount, boolean nesterov) {}

    public enum Mode {
        FAST,
        THOROUGH
    }

    /** How to search. */
    public sealed interface Strategy {}

    public record Grid(int steps) implements Strategy {}

    public record RandomSearch(int tries, long seed) implements Strategy {}

    public record Outcome(boolean promoted, String reason) {}

    record Features(URI uri, String digest) implements Dataset {}

    record Classifier(URI uri, String digest) implements Model {}

    record Candidate(Classifier model, double accuracy) {}

    record Ingest(Value<URI> source) implements ContainerStep<Features> {
        @Override
        public Container container() {
            return Container.image("iris/ingest").cpu(0.5).memory("512Mi");
        }
    }

    record Train(Value<Features> features, Value<Integer> depth, Value<Optimizer> optimizer)
            implements ContainerStep<Candidate> {
        @Override
        public Container container() {
            return Container.image("iris/train")
                    .cpu(2)
                    .memory("2Gi")
                    .gpu(1, "a10g")
                    .on(pool("gpu-workloads"));
        }
    }

    /** Effects on the outside world. */
    public interface Registry {
        Outcome promote(Candidate candidate);
    }

    @Override
    public Value<Outcome> define(Flow flow, Value<Params> in) {
        Value<Features> features = flow.run(new Ingest(in.get(Params::source)), retry(5).every(ofMinutes(1)));
        Value<List<Candidate>> candidates = flow.map(
                in.get(Params::depths),
                depth -> flow.run(
                        new Train(features, depth, in.get(Params::optimizer)),
                        cached(),
                        spot().onDemandAfter(2),
                        timeout(ofHours(1))),
                atMost(4));
        Value<Candidate> best = flow.apply(Iris::mostAccurate).to(candidates);
        return flow.when(
                        best.get(Candidate::accuracy).is(atLeast(in.get(Params::minAccuracy))),
                        () -> flow.call(Registry::promote).with(best))
                .otherwise(() -> flow.apply(Iris::reject).to(best));
    }

    @Override
    public PipelineSettings settings() {
        return PipelineSettings.ownedBy("ml-team").describedAs("Trains a classifier of iris flowers.");
    }

    static Candidate mostAccurate(List<Candidate> candidates) {
        return candidates.stream().max(comparingDouble(Candidate::accuracy)).orElseThrow();
    }

    static Outcome reject(Candidate best) {
        return new Outcome(false, "best accuracy was " + best.accuracy());
    }
}
