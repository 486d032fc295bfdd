package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.flow.user.Sketch.line;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.retry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Fn;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Engineer;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Ingest;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Rate;
import dev.penstock.flow.user.Vocabulary.Raw;
import dev.penstock.flow.user.Vocabulary.Registry;
import dev.penstock.flow.user.Vocabulary.Scored;
import dev.penstock.flow.user.Vocabulary.Split;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.flow.user.Vocabulary.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyMistakesTest {

    private final List<String> expected = new ArrayList<>();

    @Test
    void areAllReportedEachOnceOnItsLine() {
        Sketch.Steps steps = (flow, in) -> {
            expect(line() + 1, "lambda");
            Value<Integer> next = flow.apply((Integer n) -> n + 1).to(in.get(Params::depth));
            expect(line() + 1, "invalid-option");
            Value<Raw> raw = flow.run(new Ingest(in.get(Params::source)), retry(0));
            Value<Split> split = flow.run(new Engineer(raw, 0.2));
            Value<Classifier> model = flow.run(new Train(split.get(Split::train), next));
            expect(line() + 1, "cached-call");
            Value<Version> version = flow.call(Registry::register, cached()).with(model);
            expect(line() + 1, "invalid-name");
            flow.run(new Train(split.get(Split::test), next), named("Train Again"));
            expect(line() + 1, "type-mismatch");
            keep(flow, version.provided(in.get(Params::source).is(atLeast(in.get(Params::source))), "why"));
        };

        assertReported(steps);
    }

    @Test
    void doNotMakeNoiseInTheStepsThatFollow() {
        Sketch.Steps steps = (flow, in) -> {
            expect(line() + 1, "null-value");
            Value<Split> split = flow.run(new Engineer(null, 0.2));
            Value<Features> train =
                    flow.run(new Rate<>(split)).get(Scored::value).get(Split::train);
            Value<List<Classifier>> models =
                    flow.map(in.get(Params::depths), depth -> flow.run(new Train(train, depth)));
            Fn.F1<List<Classifier>, Classifier> first = Vocabulary::first;
            Value<Classifier> model = flow.apply(first).to(models);
            Fn.F1<String, Double> parse = Double::valueOf;
            expect(line() + 1, "unresolvable-method");
            Value<Double> score = flow.apply(parse).to(Value.of("1"));
            Value<Classifier> good = flow.when(score.is(atLeast(0.9)), () -> model)
                    .otherwise(() -> flow.run(new Train(train, in.get(Params::depth)), named("again")));
            flow.call(Registry::promote)
                    .with(flow.approval("owners")
                            .of(flow.call(Registry::register).with(good)));
            expect(line() + 1, "null-value");
            Value<Classifier> none = flow.repeat(good, m -> null, m -> score.is(atLeast(0.5)), 3);
            keep(flow, Value.list(none, good));
        };

        assertReported(steps);
    }

    @Test
    void doNotHideTheSecondHalfThatIsMissing() {
        Sketch.Steps steps = (flow, in) -> {
            flow.run(new Ingest(in.get(Params::source)), named("twice"));
            expect(line() + 1, "duplicate-name");
            flow.run(new Ingest(in.get(Params::source)), named("twice"));
            expect(line() + 1, "unfinished-step");
            flow.apply(Vocabulary::next);
        };

        assertReported(steps);
    }

    @Test
    void areNotJoinedByStepsThatAnExceptionLeftUnfinished() {
        Sketch.Steps steps = (flow, in) -> {
            expect(line() + 1, "definition-failed");
            flow.apply(Vocabulary::next).to(List.<Value<Integer>>of().get(0));
        };

        assertReported(steps);
    }

    private void assertReported(Sketch.Steps steps) {
        assertThat(Sketch.problems(steps))
                .extracting(problem -> problem.where().replace("ManyMistakesTest.java:", "") + " "
                        + problem.code().text())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void expect(int line, String code) {
        expected.add(line + " " + code);
    }
}
