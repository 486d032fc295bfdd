package dev.penstock.rerun;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.retry;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.List;
import java.util.stream.IntStream;

/** A pipeline with a bit of everything, whose spec tests change as text. */
final class Sample implements Pipeline<Sample.Params, Sample.Result> {

    record Params(int size, int factor) {}

    record Result(int number, String words) {}

    interface Speaker {
        String speak(int number);
    }

    static List<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    static int square(int n) {
        return n * n;
    }

    static int times(int a, int b) {
        return a * b;
    }

    static int sum(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    static int twice(int n) {
        return n * 2;
    }

    static Result result(int number, String words) {
        return new Result(number, words);
    }

    /** The pipeline inside. */
    static final class Inner implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> one = flow.apply(Sample::twice, named("one")).to(in);
            return flow.apply(Sample::twice, named("two")).to(one);
        }
    }

    @Override
    public Value<Result> define(Flow flow, Value<Params> in) {
        Value<List<Integer>> raw =
                flow.apply(Sample::upTo, named("raw"), retry(3)).to(in.get(Params::size));
        Value<List<Integer>> mapped = flow.map(
                raw,
                n -> {
                    Value<Integer> square =
                            flow.apply(Sample::square, named("square")).to(n);
                    return flow.apply(Sample::times, named("times")).to(square, in.get(Params::factor));
                },
                named("each"));
        Value<Integer> total = flow.apply(Sample::sum, named("total")).to(mapped);
        Value<Integer> looped = flow.repeat(
                total,
                n -> flow.apply(Sample::twice, named("double")).to(n),
                n -> n.is(atLeast(50)),
                10,
                named("loop"));
        Value<Integer> inner = flow.run(new Inner().with(looped), named("inner"));
        Value<String> words = flow.when(
                        inner.is(moreThan(5)),
                        () -> flow.call(Speaker::speak, named("say")).with(inner),
                        named("choice"))
                .otherwise(() -> Value.of("little"));
        Value<String> aside =
                flow.call(Speaker::speak, named("aside"), after(raw)).with(Value.of(4));
        return flow.apply(Sample::result, named("result")).to(total, Value.text("{} {}", words, aside));
    }
}
