package dev.penstock.flow.user;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Done;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The steps, types and methods of the pipelines in these tests. */
public final class Vocabulary {

    private Vocabulary() {}

    public record Params(URI source, List<Integer> depths, int depth, double bar, Optional<String> note) {}

    public record Raw(URI uri, String digest) implements Dataset {}

    public record Features(URI uri, String digest) implements Dataset {}

    public record Classifier(URI uri, String digest) implements Model {}

    public record Split(Features train, Features test) {}

    public record Scored<T>(T value, double score) {}

    public record Version(String name, int number) {}

    /** A family whose records do not all have a component of that name. */
    public sealed interface Uneven permits Even, Odd {
        int size();
    }

    public record Even(int size) implements Uneven {}

    public record Odd(int half) implements Uneven {
        @Override
        public int size() {
            return 2 * half;
        }
    }

    /** Its component shares its name with another method. */
    public record Wide(int width) {
        public Wide width(int other) {
            return new Wide(other);
        }
    }

    public enum Color {
        RED,
        GREEN
    }

    public sealed interface Outcome permits Accepted, Refused {
        String reason();
    }

    public sealed interface Accepted extends Outcome permits Promoted, Kept {}

    public record Promoted(String reason, Version version) implements Accepted {}

    public record Kept(String reason) implements Accepted {}

    public record Refused(String reason, double score) implements Outcome {}

    public record Ingest(Value<URI> source) implements ContainerStep<Raw> {
        @Override
        public Container container() {
            return Container.image("ingest");
        }
    }

    public record Engineer(Value<Raw> raw, double share) implements ContainerStep<Split> {
        @Override
        public Container container() {
            return Container.image("engineer").cpu(2);
        }
    }

    public record Train(Value<Features> features, Value<Integer> depth) implements ContainerStep<Classifier> {
        @Override
        public Container container() {
            return Container.image("train").gpu(1);
        }
    }

    /** Takes whatever it is given and has an effect, so that nothing dangles. */
    public record Keep<T>(Value<T> value) implements ContainerStep<Done> {
        @Override
        public Container container() {
            return Container.image("keep");
        }
    }

    /** Yields what it is given, with a score. */
    public record Rate<T>(Value<T> value) implements ContainerStep<Scored<T>> {
        @Override
        public Container container() {
            return Container.image("rate");
        }
    }

    public record Sweep(Value<Features> features, int trials) implements WorkflowStep<Scored<Classifier>> {}

    public record RayTrain(Value<Features> features, Value<Integer> depth) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return Resource.rayJob().set("spec.data", features).set("spec.depth", depth);
        }
    }

    public interface Registry {
        Version register(Classifier model);

        Version tag(Classifier model, String tag);

        Version latest();

        void forget(Version version);

        Done promote(Approved<Version> version);
    }

    public static double score(Classifier model) {
        return model.digest().length();
    }

    public static int next(int number) {
        return number + 1;
    }

    public static String describe(Outcome outcome) {
        return outcome.reason();
    }

    public static Kept keep(double score) {
        return new Kept("score " + score);
    }

    public static Refused refuse(double score) {
        return new Refused("too low", score);
    }

    public static <T> T first(List<T> items) {
        return items.getFirst();
    }

    public static <T> T either(T one, T other) {
        return one;
    }

    public static Scored<Classifier> best(List<Scored<Classifier>> candidates) {
        return candidates.getFirst();
    }
}
