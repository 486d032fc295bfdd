package dev.penstock.cli.sample;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has defaults for everything. */
public final class Tuned implements Pipeline<Tuned.Params, String> {

    public record Params(String name, Search search, Map<String, Integer> weights, Optional<Integer> seed, Form form) {}

    public record Search(double rate, List<Integer> depths) {}

    /** One of several forms. */
    public sealed interface Form {}

    public record Linear(double slope) implements Form {}

    public record Constant(double level) implements Form {}

    @Override
    public Value<String> define(Flow flow, Value<Params> in) {
        return flow.apply(Tuned::describe).to(in);
    }

    @Override
    public Optional<Params> defaults() {
        return Optional.of(
                new Params("plain", new Search(0.1, List.of(2, 4)), Map.of("a", 1), Optional.of(7), new Linear(1.5)));
    }

    static String describe(Params params) {
        return params.name();
    }
}
