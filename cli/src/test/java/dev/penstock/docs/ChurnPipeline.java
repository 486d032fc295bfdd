package dev.penstock.docs;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.isTrue;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.flow.Check.upTo;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.all;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.longRunning;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.penstock.artifact.Dataset;
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
import dev.penstock.option.StepOption;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A pipeline with every word of the language in it; the guide shows its parts. */
public final class ChurnPipeline implements Pipeline<ChurnPipeline.Params, ChurnPipeline.Outcome> {

    public record Params(LocalDate day, List<String> regions, Tuning tuning, double minRecall) {}

    public sealed interface Tuning {
        record Fixed(double rate) implements Tuning {}

        record Search(int trials) implements Tuning {}
    }

    public sealed interface Outcome {
        record Promoted(Version version) implements Outcome {}

        record Kept(String reason) implements Outcome {}
    }

    record Events(URI uri, String digest) implements Dataset {}

    record Features(URI uri, String digest) implements Dataset {}

    record Classifier(URI uri, String digest) implements Model {}

    record Scored<T>(T subject, double recall) {}

    record Version(String name, int number) {}

    static final class BadData extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    record Extract(Value<LocalDate> day, Value<String> region) implements ContainerStep<Events> {
        @Override
        public Container container() {
            return Container.image("churn/extract")
                    .command("python", "extract.py")
                    .env("WAREHOUSE_PASSWORD", secret("warehouse", "password"))
                    .cpu(2)
                    .memory("4Gi");
        }
    }

    record Join(Value<List<Events>> events) implements ContainerStep<Features> {
        @Override
        public Container container() {
            return Container.image("churn/join").memory("16Gi").disk("100Gi");
        }
    }

    record Train(Value<Features> features, Value<Tuning> tuning) implements ContainerStep<Scored<Classifier>> {
        @Override
        public Container container() {
            return Container.image("churn/train")
                    .gpu(8, "h100")
                    .sharedMemory("64Gi")
                    .distributed(2, 8)
                    .on(pool("training-workloads"), pool("gpu-workloads"));
        }
    }

    record Distil(Value<Scored<Classifier>> teacher) implements ContainerStep<Scored<Classifier>> {
        @Override
        public Container container() {
            return Container.image("churn/distil").gpu(1);
        }
    }

    record Explain(Value<Classifier> model, Value<Integer> workers) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob()
                    .set("spec.entrypoint", Value.text("python explain.py {}", model.get(Classifier::uri)))
                    .set("spec.rayClusterSpec.replicas", workers)
                    .pods("app=explain");
        }
    }

    record Rollout(Value<Approved<Version>> version, int minutesPerStep) implements WorkflowStep<Version> {}

    interface Registry {
        Version register(Classifier model, Double recall);

        boolean isFrozen(LocalDate day);
    }

    interface Chat {
        void post(String text);
    }

    private static final StepOption SPOT_TRAINING = all(
            spot().onDemandAfter(2),
            pendingAtMost(ofMinutes(20)),
            outOfMemory(1.5, "256Gi"),
            retry(3).growing(ofMinutes(1), 2, ofMinutes(30)));

    @Override
    public PipelineSettings settings() {
        return PipelineSettings.ownedBy("growth-ml")
                .describedAs("Predicts which customers leave.")
                .label("cost-centre", "4711")
                .timeout(ofDays(3))
                .budget("900");
    }

    @Override
    public Value<Outcome> define(Flow flow, Value<Params> in) {
        Value<LocalDate> day = in.get(Params::day);

        Value<List<Events>> events = flow.map(
                in.get(Params::regions),
                region -> flow.run(new Extract(day, region), cached().forAtMost(ofDays(7))),
                atMost(8),
                tolerate(0.1));
        Value<Features> features = flow.run(new Join(events), cached(), timeout(ofHours(2)));
        Value<Integer> rows = flow.apply(ChurnPipeline::countRows, longRunning(), rejecting(BadData.class))
                .to(features);
        Value<Features> checked = features.provided(rows.is(moreThan(10_000)), "too few rows to train on");

        Value<Scored<Classifier>> trained =
                flow.run(new Train(checked, in.get(Params::tuning)), SPOT_TRAINING, timeout(ofHours(12)));
        Value<Scored<Classifier>> small = flow.repeat(
                trained,
                model -> flow.run(new Distil(model)),
                model -> model.get(Scored::recall).is(upTo(0.8)),
                5);
        flow.run(new Explain(small.get(Scored::subject), Value.of(4)));

        flow.onFailure(failure -> flow.tell(Chat::post, named("tell-failure"))
                .with(Value.text("churn failed in {}: {}", failure.get(Failure::step), failure.get(Failure::message))));

        Condition goodEnough = small.get(Scored::recall)
                .is(atLeast(in.get(Params::minRecall)))
                .and(flow.call(Registry::isFrozen).with(day).is(isTrue()).not());
        return flow.when(goodEnough, () -> promote(flow, small))
                .otherwise(() ->
                        Value.widen(Value.combine(Outcome.Kept::new).of(Value.of("not good enough, or a frozen day"))));
    }

    private static Value<Outcome> promote(Flow flow, Value<Scored<Classifier>> model) {
        Value<Version> version =
                flow.call(Registry::register, retry(5)).with(model.get(Scored::subject), model.get(Scored::recall));
        Value<Approved<Version>> approved =
                flow.approval("model-owners", within(ofDays(2)), notTheAuthor()).of(version);
        Value<Approved<Version>> rested = flow.pause(ofHours(12)).of(approved);
        Value<Version> rolledOut = flow.run(new Rollout(rested, 30));
        flow.tell(Chat::post, named("tell-success"), after(rolledOut)).with(Value.of("churn is live"));
        return Value.widen(Value.combine(Outcome.Promoted::new).of(rolledOut));
    }

    static int countRows(Features features) {
        return Optional.of(features).map(it -> it.digest().length()).orElseThrow(BadData::new);
    }
}
