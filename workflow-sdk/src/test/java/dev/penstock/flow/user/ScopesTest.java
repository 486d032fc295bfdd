package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Scored;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the steps of a body may use, and what may be used of them. */
class ScopesTest {

    private static final Value<Features> FEATURES = Value.of(new Features(URI.create("s3://f"), "sha256:0"));

    @Test
    void aLoopAsksItsStateNotFurtherSteps() {
        assertThat(Sketch.problems((flow, in) -> keep(
                        flow,
                        flow.repeat(
                                in.get(Params::depth),
                                n -> flow.apply(Vocabulary::next).to(n),
                                n -> flow.apply(Vocabulary::next, named("again"))
                                        .to(n)
                                        .is(atLeast(3)),
                                7))))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("The condition of a loop contains the step \"again\".");
    }

    @Test
    void whatABodyMakesStaysInside() {
        List<Value<Integer>> leaked = new ArrayList<>();
        List<Problem> problems = Sketch.problems((flow, in) -> {
            keep(
                    flow,
                    flow.repeat(
                            in.get(Params::depth),
                            n -> {
                                Value<Integer> next =
                                        flow.apply(Vocabulary::next).to(n);
                                leaked.add(next);
                                return next;
                            },
                            n -> n.is(atLeast(3)),
                            7));
            flow.run(new Train(FEATURES, leaked.getFirst()));
        });

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code().text()).isEqualTo("out-of-scope");
            assertThat(problem.message()).startsWith("A value that exists only in the body at ScopesTest.java:");
        });
    }

    @Test
    void handlersSeeTheInputAndWhatTheyAreToldOnly() {
        AtomicReference<Value<Classifier>> model = new AtomicReference<>();
        List<Problem> problems = Sketch.problems((flow, in) -> {
            model.set(flow.run(new Train(FEATURES, in.get(Params::depth))));
            flow.onFailure(failure -> flow.run(
                    new Vocabulary.Keep<>(Value.text(
                            "{} {}", in.get(Params::source), failure.get(dev.penstock.flow.Failure::message))),
                    named("fine")));
            flow.lastly(ending -> flow.run(new Vocabulary.Keep<>(model.get()), named("wrong")));
        });

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("A value that exists only in the pipeline's steps is used outside."));
    }

    @Test
    void aBranchDoesNotSeeTheOther() {
        AtomicReference<Value<Scored<Integer>>> rated = new AtomicReference<>();
        List<Problem> problems =
                Sketch.problems((flow, in) -> flow.when(in.get(Params::bar).is(atLeast(0.5)), () -> {
                            rated.set(flow.run(new Vocabulary.Rate<>(in.get(Params::depth))));
                            return rated.get().get(Scored::score);
                        })
                        .otherwise(() -> rated.get().get(Scored::score)));

        assertThat(problems)
                .singleElement()
                .extracting(problem -> problem.code().text())
                .isEqualTo("out-of-scope");
    }
}
