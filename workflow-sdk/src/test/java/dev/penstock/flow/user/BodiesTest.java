package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.Check.moreThan;
import static dev.penstock.flow.Check.notEmpty;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.flow.user.Sketch.node;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Condition;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Kept;
import dev.penstock.flow.user.Vocabulary.Outcome;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Refused;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
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
        assertThat(type((flow, in) -> flow.map(in.get(Params::depths), each -> each)))
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
        assertThat(type((flow, in) ->
                        flow.<Outcome>when(good(in), () -> kept(flow, in)).otherwise(() -> refused(flow, in))))
                .isEqualTo("Outcome");
        assertThat(type((flow, in) ->
                        flow.when(good(in), () -> in.get(Params::depth)).otherwise(() -> Value.of(3))))
                .isEqualTo("int");
        assertThat(type((flow, in) ->
                        flow.when(good(in), () -> in.get(Params::depths)).otherwise(() -> Value.of(List.of()))))
                .isEqualTo("list<int>");
    }

    private static String type(BiFunction<Flow, Value<Params>, Value<?>> value) {
        return Sketch.input(value).type().shortText();
    }

    private static Condition good(Value<Params> in) {
        return in.get(Params::bar).is(atLeast(0.5));
    }

    private static Value<Kept> kept(Flow flow, Value<Params> in) {
        return flow.apply(Vocabulary::keep).to(in.get(Params::bar));
    }

    private static Value<Refused> refused(Flow flow, Value<Params> in) {
        return flow.apply(Vocabulary::refuse).to(in.get(Params::bar));
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
                                    models -> models.is(notEmpty()),
                                    3));
                }))
                .isEmpty();
    }
}
