package dev.penstock.cli.sample;

import static dev.penstock.option.StepOption.named;

import dev.penstock.artifact.Artifact;
import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Its steps have every type there is, and names that Python does not take. */
public final class Hostile implements Pipeline<Hostile.Params, Hostile.Path> {

    public record Params(Everything everything, Tree tree) {}

    public record Everything(
            boolean yes,
            int whole,
            long large,
            double ratio,
            BigDecimal price,
            Duration span,
            Instant since,
            URI place,
            Optional<Integer> seed,
            List<Map<String, Double>> rows,
            Mode mode,
            Search search) {}

    public enum Mode {
        FAST,
        None,
        name,
        _hidden
    }

    /** How to search. */
    public sealed interface Search {}

    public record Grid(int steps) implements Search {}

    public record Nothing() implements Search {}

    /** Refers to itself. */
    public record Tree(String label, List<Tree> children) {}

    /** Named like a class of Python that the stubs use. */
    public record Path(Optional<Raw> self, Fitted from, double $, double __init__, double list, Step def) {}

    record Step(String lambda) {}

    record Raw(URI uri, String digest) implements Dataset {}

    record Fitted(URI uri, String digest) implements Model {}

    record Kept(Fitted model, String label) {}

    record Pair<T>(T left, T right) {}

    record Chosen(Value<Everything> everything, Value<Tree> from, Value<Fitted> with) implements ContainerStep<Path> {
        @Override
        public Container container() {
            return Container.image("hostile/one");
        }
    }

    record From(Value<Everything> is, Value<Optional<Integer>> not) implements ContainerStep<Fitted> {
        @Override
        public Container container() {
            return Container.image("hostile/two");
        }
    }

    record Many(Value<Fitted> model) implements ContainerStep<List<Pair<Search>>> {
        @Override
        public Container container() {
            return Container.image("hostile/two");
        }
    }

    record Every(Value<Fitted> model) implements ContainerStep<List<Kept>> {
        @Override
        public Container container() {
            return Container.image("hostile/two");
        }
    }

    record OneCase(Value<Fitted> model) implements ContainerStep<Grid> {
        @Override
        public Container container() {
            return Container.image("hostile/two");
        }
    }

    record Any(Value<Artifact> thing) implements ContainerStep<Double> {
        @Override
        public Container container() {
            return Container.image("hostile/two");
        }
    }

    @Override
    public Value<Path> define(Flow flow, Value<Params> in) {
        Value<Everything> everything = in.get(Params::everything);
        Value<Fitted> fitted = flow.run(new From(everything, everything.get(Everything::seed)), named("print"));
        Value<List<Pair<Search>>> many = flow.run(new Many(fitted));
        Value<List<Double>> scores = flow.map(
                many, pair -> flow.run(new Any(Value.of(new Raw(URI.create("file:raw"), "none"))), named("2nd-any")));
        Value<Fitted> fixed = Value.of(new Fitted(URI.create("file:fitted"), "none"));
        Value<List<Kept>> kept = flow.run(new Every(fitted));
        Value<Grid> grid = flow.run(new OneCase(fitted));
        flow.lastly(ending -> flow.run(new Many(fixed), named("import")));
        return flow.apply(Hostile::chosen)
                .to(flow.run(new Chosen(everything, in.get(Params::tree), fitted), named("class")), scores, kept, grid);
    }

    static Path chosen(Path path, List<Double> scores, List<Kept> kept, Grid grid) {
        return path;
    }
}
