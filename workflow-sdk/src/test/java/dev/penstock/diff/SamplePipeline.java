package dev.penstock.diff;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import dev.penstock.artifact.Dataset;
import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Done;
import dev.penstock.flow.Failure;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import dev.penstock.option.PipelineSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One step of each kind, for tests that change one thing at a time. */
final class SamplePipeline implements Pipeline<SamplePipeline.Params, String> {

    enum Mode {
        FULL,
        QUICK
    }

    sealed interface Search {}

    record Grid(int width) implements Search {}

    record Chance(int tries) implements Search {}

    record Params(URI source, List<Integer> depths, double bar, Mode mode, Search search) {}

    record Raw(URI uri, String digest) implements Dataset {}

    record Score(int depth, double accuracy) {}

    record Ingest(Value<URI> source, int rows) implements ContainerStep<Raw> {
        @Override
        public Container container() {
            return Container.image("ingest:1").command("python", "ingest.py").env("TOKEN", secret("store", "token"));
        }
    }

    record Train(Value<Raw> raw, Value<Integer> depth) implements ContainerStep<Score> {
        @Override
        public Container container() {
            return Container.image("train:1")
                    .cpu(2)
                    .memory("2Gi")
                    .gpu(1, "a10g")
                    .env("EPOCHS", "10")
                    .on(pool("gpu"))
                    .distributed(2, 1);
        }
    }

    record Spark(Value<Raw> raw) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob().set("spec.input", raw).set("spec.replicas", 2);
        }
    }

    record Rollout(Value<Approved<Score>> score) implements WorkflowStep<Done> {}

    interface Registry {
        String promote(Score score);

        void inform(String message);
    }

    static final class CleanPipeline implements Pipeline<Raw, Raw> {
        @Override
        public Value<Raw> define(Flow flow, Value<Raw> in) {
            return flow.repeat(
                    in,
                    raw -> flow.apply(SamplePipeline::wash).to(raw),
                    raw -> raw.get(Raw::digest).is(atLeast("x")),
                    5);
        }
    }

    @Override
    public Optional<Params> defaults() {
        return Optional.of(new Params(URI.create("iris.csv"), List.of(2, 4), 0.9, Mode.FULL, new Grid(3)));
    }

    @Override
    public PipelineSettings settings() {
        return PipelineSettings.ownedBy("team-a").label("centre", "42").timeout(ofHours(8));
    }

    @Override
    public Value<String> define(Flow flow, Value<Params> in) {
        Value<Raw> raw = flow.run(new Ingest(in.get(Params::source), 100), retry(3));
        Value<Done> spark = flow.run(new Spark(raw));
        Value<Raw> clean = flow.run(new CleanPipeline().with(raw));
        Value<List<Score>> scores = flow.map(
                in.get(Params::depths),
                depth -> flow.run(new Train(clean, depth), cached(), spot(), after(spark)),
                atMost(4));
        Value<Score> best = flow.apply(SamplePipeline::best).to(scores);
        Value<Score> good = best.provided(best.get(Score::accuracy).is(atLeast(0.9)), "not good enough");
        flow.onFailure(failure -> flow.tell(Registry::inform).with(failure.get(Failure::message)));
        return flow.when(good.get(Score::accuracy).is(atLeast(in.get(Params::bar))), () -> {
                    Value<Score> later = flow.pause(ofHours(1)).of(good);
                    Value<Approved<Score>> approved =
                            flow.approval("owners", within(ofDays(2))).of(later);
                    Value<Done> done = flow.run(new Rollout(approved));
                    return flow.call(Registry::promote, after(done)).with(good);
                })
                .otherwise(() -> flow.apply(SamplePipeline::reject).to(good));
    }

    static Raw wash(Raw raw) {
        return raw;
    }

    static Score best(List<Score> scores) {
        return scores.getFirst();
    }

    static String reject(Score score) {
        return "only " + score.accuracy();
    }
}
