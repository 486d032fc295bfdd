package dev.penstock.spec.sample;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.oneOf;
import static dev.penstock.flow.Check.present;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.budget;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.longRunning;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.on;
import static dev.penstock.option.StepOption.onWorkers;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.queue;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.Condition;
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

/** A pipeline with a step of every kind, every option, every expression and every sort of type. */
public final class SamplePipeline implements Pipeline<SamplePipeline.Params, SamplePipeline.Outcome> {

    public record Params(URI source, List<Integer> depths, Size size, Optional<String> note) {}

    public enum Size {
        SMALL,
        LARGE
    }

    public sealed interface Outcome permits Accepted, Refused {
        String reason();
    }

    public record Accepted(String reason, Classifier model) implements Outcome {}

    public record Refused(String reason) implements Outcome {}

    public record Classifier(URI uri, String digest) implements Model {}

    public record Scored<T>(T value, double score) {}

    record Train(Value<URI> source, Value<Integer> depth, double rate) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("train")
                    .command("python", "-m", "train")
                    .env("MODE", "fast")
                    .env("TOKEN", secret("hub", "token"))
                    .cpu(2)
                    .memory("16Gi")
                    .disk("1Ti")
                    .sharedMemory("1Gi")
                    .gpu(4, "h100")
                    .distributed(2, 4)
                    .on(pool("a"), pool("b"))
                    .serviceAccount("trainer");
        }
    }

    record Tune(Value<Classifier> model) implements WorkflowStep<Classifier> {}

    record Ray(Value<Classifier> model) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob()
                    .set("spec.model", model.get(Classifier::uri))
                    .set("spec.workers", 2)
                    .progress("status.progress")
                    .pods("ray=yes");
        }
    }

    public interface Registry {
        Classifier register(Approved<Classifier> model);

        void page(String team, String text);
    }

    static double score(Classifier model) {
        return model.digest().length();
    }

    static Classifier better(Classifier one) {
        return one;
    }

    @Override
    public Value<Outcome> define(Flow flow, Value<Params> in) {
        Value<List<Classifier>> models = flow.map(
                in.get(Params::depths),
                depth -> flow.run(
                        new Train(in.get(Params::source), depth, 0.5),
                        cached().forAtMost(ofDays(7)).version("2").ignoring("rate"),
                        retry(3).every(ofMinutes(1)),
                        timeout(ofHours(8)),
                        pendingAtMost(ofHours(1)),
                        spot().onDemandAfter(2),
                        on("b"),
                        outOfMemory(2, "64Gi"),
                        budget("99.50"),
                        queue("team-a")),
                atMost(4),
                tolerate(0.25));
        Value<Classifier> first = flow.apply(
                        SamplePipeline::pick, longRunning(), rejecting(IllegalStateException.class))
                .to(models);
        Value<Scored<Classifier>> scored = Value.combine(Scored<Classifier>::new)
                .of(first, flow.apply(SamplePipeline::score).to(first));
        Value<Done> ray = flow.run(new Ray(first));
        Value<Classifier> tuned = flow.repeat(
                flow.run(new Tune(first), onWorkers("tuners"), after(ray)),
                model -> flow.apply(SamplePipeline::better).to(model),
                model -> model.get(Classifier::digest).is(oneOf("a", "b")),
                5);
        Condition good = scored.get(Scored::score)
                .is(atLeast(0.9))
                .or(in.get(Params::note).is(present()).not());
        flow.onFailure(failure -> flow.tell(Registry::page)
                .with(
                        Value.of("team-a"),
                        Value.text("{} failed: {}", failure.get(Failure::step), failure.get(Failure::message))));
        flow.lastly(
                ending -> flow.tell(Registry::page, named("page-at-last")).with(Value.of("team-a"), Value.of("over")));
        return flow.when(good, () -> accept(flow, tuned)).otherwise(() -> Value.of(new Refused("not good enough")));
    }

    private static Value<Outcome> accept(Flow flow, Value<Classifier> model) {
        Value<Classifier> sure = flow.pause(ofMinutes(30))
                .of(model.provided(model.get(Classifier::digest).is(atLeast("a")), "no digest"));
        Value<Approved<Classifier>> approved = flow.approval("owners", within(ofDays(2)), quorum(2), notTheAuthor())
                .of(sure);
        Value<Classifier> registered = flow.call(Registry::register).with(approved);
        Value<Integer> size = flow.run(new InnerPipeline().with(Value.list(registered, sure)));
        return Value.widen(Value.combine(Accepted::new).of(Value.text("size {}", size), registered));
    }

    static Classifier pick(List<Classifier> models) {
        return models.getFirst();
    }

    @Override
    public Optional<Params> defaults() {
        return Optional.of(new Params(URI.create("s3://bucket/data"), List.of(1, 2), Size.SMALL, Optional.empty()));
    }

    @Override
    public PipelineSettings settings() {
        return PipelineSettings.ownedBy("team-a")
                .describedAs("Trains.")
                .label("cost-centre", "7")
                .timeout(ofDays(3))
                .budget("500")
                .rejecting(IllegalArgumentException.class);
    }

    /** Counts. */
    static final class InnerPipeline implements Pipeline<List<Classifier>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Classifier>> in) {
            return flow.apply(InnerPipeline::count).to(in);
        }

        static int count(List<Classifier> models) {
            return models.size();
        }
    }
}
