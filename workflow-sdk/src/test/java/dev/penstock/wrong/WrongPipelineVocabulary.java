package dev.penstock.wrong;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Done;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The steps, types and functions that the wrong pipelines use. */
public final class WrongPipelineVocabulary {

    private WrongPipelineVocabulary() {}

    public record Params(URI source, List<Integer> depths, int depth, double bar) {}

    public record Raw(URI uri, String digest) implements Dataset {}

    public record Features(URI uri, String digest) implements Dataset {}

    public record Classifier(URI uri, String digest) implements Model {}

    public record Split(Features train, Features test) {
        public int count() {
            return 2;
        }
    }

    public record Version(String name, int number) {}

    public record Note(String text) {}

    public record Matrix(double[] cells) {}

    public record Ingest(Value<URI> source) implements ContainerStep<Raw> {
        @Override
        public Container container() {
            return Container.image("ingest");
        }
    }

    public record Clean(Value<Raw> raw, double bar) implements ContainerStep<Features> {
        @Override
        public Container container() {
            return Container.image("clean");
        }
    }

    public record Train(Value<Features> features, Value<Integer> depth) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("train");
        }
    }

    public record Improve(Value<Classifier> model) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("improve");
        }
    }

    public record Learn<T>(Value<T> anything) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("learn");
        }
    }

    public record Hungry(Value<Features> features, String memory) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("hungry").memory(memory);
        }
    }

    public record Shouting(Value<Integer> depth) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("shout").command("train", "--depth=" + depth);
        }
    }

    public record EndlessRay(Value<Features> features) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.of("ray.io/v1", "RayJob")
                    .set("spec.data", features)
                    .failsWhen(Resource.condition("Failed"));
        }
    }

    public record DeafRay(Value<Features> features) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob();
        }
    }

    public static final class ClassStep implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("class");
        }
    }

    public interface Registry {
        Version register(Classifier model);

        Version tag(Classifier model, String tag);

        Done promote(Approved<Version> version);
    }

    public static class ConcreteService {
        public Done send(Integer number) {
            return new Done();
        }
    }

    public static final class Functions {
        private Functions() {}

        public static double score(Classifier model) {
            return 0.5;
        }

        public static double scoreOn(Classifier model, Features features) {
            return 0.5;
        }

        public static int five(Integer a, Integer b, Integer c, Integer d, Integer e) {
            return a + b + c + d + e;
        }

        public static int twice(int number) {
            return 2 * number;
        }

        public static int twice(Integer number) {
            return 2 * number;
        }

        public static Matrix matrix(int size) {
            return new Matrix(new double[size]);
        }

        public static Path path(int number) {
            return Path.of("place" + number);
        }

        @SuppressWarnings("TypeParameterUnusedInFormals")
        public static <T> T anything(Integer number) {
            throw new IllegalStateException("never called: " + number);
        }

        public static Approved<Version> approve(Version version) {
            throw new IllegalStateException("never called: " + version);
        }
    }

    public static final class Greeting implements Pipeline<String, String> {
        @Override
        public Value<String> define(Flow flow, Value<String> name) {
            return name;
        }
    }

    public static final class Endless implements Pipeline<String, String> {
        @Override
        public Value<String> define(Flow flow, Value<String> in) {
            return flow.run(new Endless().with(in));
        }
    }

    public record Capturing(Value<Integer> captured) implements Pipeline<String, Classifier> {
        @Override
        public Value<Classifier> define(Flow flow, Value<String> in) {
            Value<Features> features = flow.apply(Capturing::featuresOf).to(in);
            return flow.run(new Train(features, captured));
        }

        static Features featuresOf(String in) {
            return new Features(URI.create(in), "");
        }
    }
}
