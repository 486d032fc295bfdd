package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.flow.user.Sketch.node;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Outcome;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Scored;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private static final Value<Features> FEATURES = Value.of(new Features(URI.create("s3://f"), "sha256:0"));

    @Test
    void aMapYieldsTheListOfWhatItsBodyYields() {
        Node.ForEach map = (Node.ForEach) node(
                "map-depths",
                (flow, in) -> flow.map(in.get(Params::depths), each -> flow.run(new Train(FEATURES, each))));

        assertThat(map.output().shortText()).isEqualTo("list<Classifier>");
        assertThat(map.items().from()).isEqualTo(new Get(new PipelineInput(), "depths"));
        assertThat(map.body().result()).contains(new Output("train"));
        assertThat(((Node.RunContainer) map.body().nodes().getFirst())
                        .inputs()
                        .get("depth")
                        .from())
                .isEqualTo(new Item("map-depths"));
    }

    @Test
    void aMapInAMapSeesBothItems() {
        Node.ForEach outer = (Node.ForEach) node(
                "outer",
                (flow, in) -> flow.map(
                        in.get(Params::depths),
                        one -> flow.map(
                                in.get(Params::depths),
                                other -> flow.run(new Vocabulary.Keep<>(Value.list(one, other))),
                                named("inner")),
                        named("outer")));
        Node.ForEach inner = (Node.ForEach) outer.body().nodes().getFirst();
        Node.RunContainer keep = (Node.RunContainer) inner.body().nodes().getFirst();

        assertThat(outer.output().shortText()).isEqualTo("list<list<Done>>");
        assertThat(keep.inputs().get("value").from())
                .extracting("items")
                .isEqualTo(List.of(new Item("outer"), new Item("inner")));
    }

    @Test
    void aMapMayYieldItsItemAsItIs() {
        assertThat(node("map-depths", (flow, in) -> keep(flow, flow.map(in.get(Params::depths), each -> each)))
                        .output()
                        .text())
                .isEqualTo("list<int>");
    }

    @Test
    void aChoiceInAMapDependsOnTheItem() {
        Node.ForEach map = (Node.ForEach) node(
                "map-depths",
                (flow, in) -> keep(
                        flow,
                        flow.map(
                                in.get(Params::depths),
                                each -> flow.when(
                                                each.is(moreThan(3))
                                                        .and(in.get(Params::bar)
                                                                .is(atLeast(0.5))
                                                                .not()),
                                                () -> flow.apply(Vocabulary::next)
                                                        .to(each))
                                        .otherwise(() -> each))));
        Node.When choice = (Node.When) map.body().nodes().getFirst();

        assertThat(choice.name()).isEqualTo("when-item");
        assertThat(choice.condition()).isInstanceOfSatisfying(Predicate.And.class, and -> {
            assertThat(and.tests().getFirst())
                    .extracting("value", "comparison")
                    .containsExactly(new Item("map-depths"), Comparison.MORE_THAN);
            assertThat(and.tests().getLast()).isInstanceOf(Predicate.Not.class);
        });
        assertThat(choice.then().nodes()).hasSize(1);
        assertThat(choice.otherwise().nodes()).isEmpty();
    }

    @Test
    void aChoiceYieldsWhatItsBranchesHaveInCommon() {
        assertThat(node(
                                "when-bar",
                                (flow, in) -> keep(
                                        flow,
                                        flow.<Outcome>when(
                                                        in.get(Params::bar).is(atLeast(0.5)),
                                                        () -> Value.widen(flow.apply(Vocabulary::keep)
                                                                .to(in.get(Params::bar))))
                                                .otherwise(() -> Value.widen(flow.apply(Vocabulary::refuse)
                                                        .to(in.get(Params::bar))))))
                        .output()
                        .shortText())
                .isEqualTo("Outcome");
        assertThat(node(
                                "when-bar",
                                (flow, in) -> keep(
                                        flow,
                                        flow.when(in.get(Params::bar).is(atLeast(0.5)), () -> in.get(Params::depth))
                                                .otherwise(() -> Value.of(3))))
                        .output()
                        .text())
                .isEqualTo("int");
        assertThat(node(
                                "when-bar",
                                (flow, in) -> keep(
                                        flow,
                                        flow.when(in.get(Params::bar).is(atLeast(0.5)), () -> in.get(Params::depths))
                                                .otherwise(() -> Value.of(List.of()))))
                        .output()
                        .text())
                .isEqualTo("list<int>");
    }

    @Test
    void aLoopPassesItsStateOn() {
        Node.Repeat loop = (Node.Repeat) node(
                "repeat-depth",
                (flow, in) -> keep(
                        flow,
                        flow.repeat(
                                in.get(Params::depth),
                                n -> flow.apply(Vocabulary::next).to(n),
                                n -> n.is(atLeast(in.get(Params::depth))),
                                7)));

        assertThat(loop.initial()).isEqualTo(new Get(new PipelineInput(), "depth"));
        assertThat(((Node.Apply) loop.body().nodes().getFirst())
                        .inputs()
                        .getFirst()
                        .from())
                .isEqualTo(new State("repeat-depth"));
        assertThat(loop.until())
                .isEqualTo(new Predicate.Compare(
                        new State("repeat-depth"), Comparison.AT_LEAST, new Get(new PipelineInput(), "depth")));
        assertThat(loop.atMost()).isEqualTo(7);
        assertThat(loop.output().text()).isEqualTo("int");
    }

    @Test
    void aLoopMayStartFromAnEmptyList() {
        assertThat(Sketch.problems((flow, in) -> {
                    Value<List<Classifier>> none = Value.of(List.of());
                    keep(
                            flow,
                            flow.repeat(
                                    none,
                                    models -> Value.list(flow.run(new Train(FEATURES, in.get(Params::depth)))),
                                    models -> models.is(dev.penstock.flow.Check.notEmpty()),
                                    3));
                }))
                .isEmpty();
    }

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
            assertThat(problem.message()).startsWith("A value that exists only in the body at BodiesTest.java:");
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
