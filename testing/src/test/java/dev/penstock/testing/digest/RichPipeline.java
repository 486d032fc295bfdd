package dev.penstock.testing.digest;

import static dev.penstock.container.Secret.secret;
import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.equalTo;
import static dev.penstock.flow.Check.oneOf;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.budget;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.Map.entry;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Done;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Failure;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import dev.penstock.option.PipelineSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uses everything whose order or text could depend on the JVM: maps, enums, numbers, times, words with an I. */
public final class RichPipeline implements Pipeline<RichPipeline.Params, RichPipeline.Outcome> {

    enum Mode {
        INITIAL,
        INCREMENTAL,
        FULL_IMPORT
    }

    sealed interface Search {}

    record Grid(List<Integer> widths) implements Search {}

    record Dice(long seed, Duration limit, float share) implements Search {}

    public record Params(
            URI source,
            Mode mode,
            Search search,
            List<Integer> depths,
            Map<String, Double> weights,
            Optional<LocalDate> since,
            BigDecimal limit,
            Instant asOf,
            ZonedDateTime due) {}

    public record Outcome(boolean promoted, Map<String, String> notes) {}

    record Images(URI uri, String digest) implements Dataset {}

    record Classifier(URI uri, String digest) implements Model {}

    record Trained(Classifier model, double accuracy, Map<String, Double> accuracyByClass) {}

    record IngestImages(Value<URI> source, Value<Map<String, Double>> weights, Mode mode, Map<String, Integer> quotas)
            implements ContainerStep<Images> {
        @Override
        public Container container() {
            Container container = Container.image("iris/ingest").cpu(0.5).memory("1.5Gi");
            for (Map.Entry<String, Integer> quota : quotas.entrySet()) {
                container = container.env("QUOTA_" + Integer.toHexString(quota.getValue()), quota.getKey());
            }
            return container.env("TOKEN", secret("image-store", "token")).env("ID", secret("image-store", "id"));
        }
    }

    record TrainINet(Value<Images> images, Value<Integer> depth, Search search, double rate)
            implements ContainerStep<Trained> {
        @Override
        public Container container() {
            return Container.image("iris/train")
                    .gpu(8, "h100")
                    .sharedMemory("64Gi")
                    .distributed(4, 8);
        }
    }

    record Inspect(Value<Images> images, Value<String> title) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob()
                    .set(Map.ofEntries(
                            entry("spec.entrypoint", title),
                            entry("spec.shutdownAfterJobFinishes", true),
                            entry("spec.ttlSecondsAfterFinished", 3600),
                            entry("spec.runtimeEnv", QUOTAS),
                            entry("spec.input", images),
                            entry("metadata.labels", Map.of("a", 1, "b", 2.5, "c", 1e21, "d", 1e-7))));
        }
    }

    record Roll(Value<Approved<Classifier>> model) implements WorkflowStep<Done> {}

    interface Registry {
        Classifier register(Classifier model, Map<String, String> tags);

        void inform(String message);
    }

    /** A pipeline inside. */
    public static final class InnerPipeline implements Pipeline<Images, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Images> in) {
            return flow.repeat(
                    flow.apply(RichPipeline::count).to(in),
                    number -> flow.apply(RichPipeline::halve).to(number),
                    number -> number.is(atLeast(1)).not(),
                    12);
        }
    }

    private static final Map<String, Integer> QUOTAS = Map.ofEntries(
            entry("iris", 1),
            entry("lily", 22),
            entry("INULA", 333),
            entry("İris", 4_444),
            entry("ıris", 55_555),
            entry("tulip", 666_666),
            entry("rose", 7_777_777),
            entry("aster", 88_888_888),
            entry("poppy", 999_999_999),
            entry("violet", -10),
            entry("peony", Integer.MAX_VALUE),
            entry("dahlia", Integer.MIN_VALUE));

    @Override
    public Optional<Params> defaults() {
        Map<String, Double> weights = Map.ofEntries(
                entry("a", 0.1),
                entry("b", 1.0 / 3),
                entry("c", 1e10),
                entry("d", 1e-10),
                entry("e", Double.NaN),
                entry("f", -0.0),
                entry("g", Double.MIN_VALUE),
                entry("h", 2.0),
                entry("i", Double.MAX_VALUE),
                entry("j", Double.POSITIVE_INFINITY));
        return Optional.of(new Params(
                URI.create("s3://images/iris"),
                Mode.FULL_IMPORT,
                new Dice(1L << 60, ofMillis(1_500), 0.1f),
                List.of(1, 2, 3),
                weights,
                Optional.of(LocalDate.of(2026, 1, 31)),
                new BigDecimal("1234567.890"),
                Instant.parse("2026-03-29T01:30:00.123456789Z"),
                ZonedDateTime.parse("2026-03-29T03:30:00+02:00[Europe/Berlin]")));
    }

    @Override
    public PipelineSettings settings() {
        PipelineSettings settings = PipelineSettings.ownedBy("ıIiİ")
                .describedAs("Sınıf; δοκιμή; 試験 🌱")
                .timeout(ofDays(3))
                .budget("1234.50")
                .rejecting(IllegalArgumentException.class);
        for (Map.Entry<String, Integer> quota : QUOTAS.entrySet()) {
            settings = settings.label(quota.getKey(), String.valueOf(quota.getValue()));
        }
        return settings;
    }

    @Override
    public Value<Outcome> define(Flow flow, Value<Params> in) {
        Value<Images> images = flow.run(
                new IngestImages(in.get(Params::source), in.get(Params::weights), Mode.INITIAL, QUOTAS),
                retry(5).growing(ofSeconds(1), 1.5, ofMinutes(10)),
                timeout(ofMillis(90_500)),
                budget("12.50"));
        Value<Done> inspected =
                flow.run(new Inspect(images, Value.text("{} of {}", in.get(Params::mode), in.get(Params::limit))));
        Value<Integer> size = flow.run(new InnerPipeline().with(images), after(inspected));
        Value<List<Trained>> trained = flow.map(
                in.get(Params::depths),
                depth -> flow.run(
                        new TrainINet(images, depth, new Grid(List.of(10, 20)), 1e-3),
                        after(size, inspected),
                        cached().ignoring("rate").forAtMost(ofDays(30)),
                        spot().onDemandAfter(2),
                        outOfMemory(1.5, "512Gi")),
                atMost(4),
                tolerate(0.25));
        Value<Trained> best = flow.apply(RichPipeline::best).to(trained, Value.of(QUOTAS));
        Value<Trained> good = best.provided(
                best.get(Trained::accuracy)
                        .is(atLeast(0.9))
                        .and(in.get(Params::mode).is(oneOf(Mode.INITIAL, Mode.FULL_IMPORT))),
                "not good enough");
        flow.onFailure(failure -> flow.tell(Registry::inform).with(failure.get(Failure::message)));
        flow.lastly(ending ->
                flow.tell(Registry::inform, named("say-goodbye")).with(Value.text("{}", ending.get(Ending::result))));
        return flow.when(in.get(Params::search).is(equalTo(new Dice(7, ofSeconds(61), 2f))), () -> promote(flow, good))
                .otherwise(() -> Value.combine(Outcome::new).of(Value.of(false), Value.of(Map.of("why", "grid"))));
    }

    private static Value<Outcome> promote(Flow flow, Value<Trained> good) {
        Value<Classifier> later = flow.pause(ofMillis(1_250)).of(good.get(Trained::model));
        Value<Classifier> version =
                flow.call(Registry::register).with(later, Value.of(Map.of("iris", "I", "ıris", "İ", "title", "i")));
        Value<Approved<Classifier>> approved =
                flow.approval("model-owners", within(ofDays(2))).of(version);
        return flow.apply(RichPipeline::outcome).to(flow.run(new Roll(approved)));
    }

    static Integer count(Images images) {
        return images.digest().length();
    }

    static Integer halve(Integer number) {
        return number / 2;
    }

    static Trained best(List<Trained> trained, Map<String, Integer> quotas) {
        return trained.get(quotas.size() % trained.size());
    }

    static Outcome outcome(Done done) {
        return new Outcome(true, Map.of("done", done.toString()));
    }
}
