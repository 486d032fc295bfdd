package dev.penstock.flow.user;

import static dev.penstock.flow.user.Sketch.node;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Color;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.option.PipelineSettings;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubPipelinesTest {

    private static final Value<Features> FEATURES = Value.of(new Features(URI.create("s3://f"), "sha256:0"));

    /** What the inner pipeline takes. */
    public record Inner(int depth, Color color) {}

    /** Trains. */
    public static final class TrainPipeline implements Pipeline<Inner, Classifier> {
        @Override
        public Value<Classifier> define(Flow flow, Value<Inner> in) {
            return flow.run(new Train(FEATURES, in.get(Inner::depth)));
        }

        @Override
        public Optional<Inner> defaults() {
            return Optional.of(new Inner(3, Color.GREEN));
        }

        @Override
        public PipelineSettings settings() {
            return PipelineSettings.ownedBy("team-a")
                    .label("cost-centre", "7")
                    .timeout(Duration.ofHours(8))
                    .budget("25.00")
                    .describedAs("Trains.");
        }
    }

    /** A pipeline for any type of input, made concrete by a subclass. */
    public abstract static class KeepPipeline<T> implements Pipeline<T, T> {
        @Override
        public Value<T> define(Flow flow, Value<T> in) {
            flow.run(new Vocabulary.Keep<>(in));
            return in;
        }
    }

    /** For colors. */
    public static final class KeepColorPipeline extends KeepPipeline<List<Color>> {}

    @Test
    void bringTheirOwnNamesDefaultsAndSettings() {
        Spec spec = Sketch.spec((flow, in) -> {
            flow.run(new Train(FEATURES, in.get(Params::depth)));
            flow.run(
                    new TrainPipeline().with(Value.combine(Inner::new).of(in.get(Params::depth), Value.of(Color.RED))),
                    named("inner"));
        });
        Node.RunPipeline inner =
                (Node.RunPipeline) spec.pipeline().graph().node("inner").orElseThrow();

        assertThat(inner.pipeline().name()).isEqualTo("train");
        assertThat(inner.pipeline().definedBy()).isEqualTo(TrainPipeline.class.getName());
        assertThat(inner.pipeline().graph().nodes()).extracting(Node::name).containsExactly("train");
        assertThat(inner.pipeline().defaults().orElseThrow()).hasToString("{\"depth\":3,\"color\":\"GREEN\"}");
        assertThat(inner.pipeline().settings().owner()).contains("team-a");
        assertThat(inner.output().shortText()).isEqualTo("Classifier");
        assertThat(inner.input().type().shortText()).isEqualTo("Inner");
        assertThat(spec.types().definitions().keySet())
                .contains(Inner.class.getName(), Color.class.getName(), Params.class.getName());
    }

    @Test
    void areNamedAfterThePipelineUnlessTheAuthorSaysOtherwise() {
        assertThat(node("train", (flow, in) -> flow.run(new TrainPipeline().with(Value.of(new Inner(1, Color.RED))))))
                .isInstanceOf(Node.RunPipeline.class);
    }

    @Test
    void mayBeRunTwice() {
        Value<Inner> input = Value.of(new Inner(1, Color.RED));

        assertThat(Sketch.problems((flow, in) -> {
                    flow.run(new TrainPipeline().with(input), named("first"));
                    flow.run(new TrainPipeline().with(input), named("second"));
                }))
                .isEmpty();
    }

    @Test
    void mayGetTheirTypesFromASubclass() {
        Spec spec = Spec.of(new KeepColorPipeline());

        assertThat(spec.pipeline().input().shortText()).isEqualTo("list<Color>");
        assertThat(spec.name()).isEqualTo("keep-color");
        assertThat(spec.pipeline().graph().result()).contains(new PipelineInput());
    }

    @Test
    void reportTheirProblemsWithThoseOfTheOuterPipeline() {
        List<Problem> problems = Sketch.problems((flow, in) -> {
            flow.run(new Train(FEATURES, null));
            flow.run(new Wrong().with(in.get(Params::depth)));
            flow.run(new Wrong().with(in.get(Params::depth)), named("wrong-again"));
        });

        assertThat(problems)
                .extracting(problem -> problem.code().text())
                .containsExactly("null-value", "null-value", "lambda");
    }

    @Test
    void cannotContainThemselvesByAnyPath() {
        assertThat(Sketch.problems((flow, in) -> flow.run(new Ping().with(in.get(Params::depth)))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("A pipeline contains itself: Sketch → Ping → Pong → Ping."));
    }

    @Test
    void giveEqualSpecsEachTimeAndInEveryThread() {
        TrainPipeline pipeline = new TrainPipeline();
        Spec spec = Spec.of(pipeline);
        List<CompletableFuture<Spec>> traced = IntStream.range(0, 32)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> i % 2 == 0 ? Spec.of(pipeline) : Spec.of(new KeepColorPipeline())))
                .toList();

        for (int i = 0; i < traced.size(); i += 2) {
            assertThat(traced.get(i).join()).isEqualTo(spec);
            assertThat(traced.get(i + 1).join().name()).isEqualTo("keep-color");
        }
        assertThat(spec.pipeline().graph().nodes())
                .first()
                .satisfies(node -> assertThat(
                                ((Node.RunContainer) node).inputs().get("depth").from())
                        .isEqualTo(new Get(new PipelineInput(), "depth")));
    }

    /** Makes two mistakes. */
    public static final class Wrong implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            flow.run(new Train(null, in));
            return flow.apply((Integer n) -> n + 1).to(in);
        }
    }

    /** Contains Pong. */
    public static final class Ping implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.run(new Pong().with(in));
        }
    }

    /** Contains Ping. */
    public static final class Pong implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.run(new Ping().with(in));
        }
    }
}
