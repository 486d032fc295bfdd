package dev.penstock.flow.user;

import static dev.penstock.flow.user.Sketch.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Color;
import dev.penstock.flow.user.Vocabulary.Engineer;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Ingest;
import dev.penstock.flow.user.Vocabulary.Kept;
import dev.penstock.flow.user.Vocabulary.Outcome;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Promoted;
import dev.penstock.flow.user.Vocabulary.Rate;
import dev.penstock.flow.user.Vocabulary.Refused;
import dev.penstock.flow.user.Vocabulary.Scored;
import dev.penstock.flow.user.Vocabulary.Split;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.flow.user.Vocabulary.Version;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.Text;
import dev.penstock.spec.Input;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    private static final Expression IN = new PipelineInput();
    private static final Features FEATURES = new Features(URI.create("s3://f"), "sha256:0");

    @Test
    void readComponentsOfComponents() {
        Input train = input((flow, in) -> flow.run(new Engineer(flow.run(new Ingest(in.get(Params::source))), 0.2))
                .get(Split::train));

        assertThat(train.from()).isEqualTo(new Get(new Output("engineer"), "train"));
        assertThat(train.type().shortText()).isEqualTo("Features");
    }

    @Test
    void readComponentsOfGenericRecordsWithTheirTypes() {
        Input value =
                input((flow, in) -> flow.run(new Rate<>(in.get(Params::depths))).get(Scored::value));

        assertThat(value.from()).isEqualTo(new Get(new Output("rate"), "value"));
        assertThat(value.type().text()).isEqualTo("list<int>");
    }

    @Test
    void readWhatAllRecordsOfASealedFamilyHave() {
        Value<Outcome> outcome = Value.of(new Kept("good enough"));

        assertThat(input((flow, in) -> outcome.get(Outcome::reason)).type().text())
                .isEqualTo("string");
    }

    @Test
    void readArtifactsByTheirUriAndDigest() {
        assertThat(input((flow, in) -> Value.of(FEATURES).get(Features::digest))
                        .type()
                        .text())
                .isEqualTo("string");
        assertThat(input((flow, in) -> Value.of(FEATURES).get(Features::uri))
                        .type()
                        .text())
                .isEqualTo("uri");
    }

    @Test
    void readAComponentThatSharesItsNameWithAnotherMethod() {
        assertThat(input((flow, in) -> Value.of(new Vocabulary.Wide(3)).<Integer>get(Vocabulary.Wide::width))
                        .type()
                        .text())
                .isEqualTo("int");
    }

    @Test
    void makeRecordsGenericOnesToo() {
        Input scored =
                input((flow, in) -> Value.combine(Scored<Features>::new).of(Value.of(FEATURES), in.get(Params::bar)));

        assertThat(scored.type().shortText()).isEqualTo("Scored<Features>");
        assertThat(scored.from()).isInstanceOfSatisfying(Construct.class, made -> {
            assertThat(made.type()).isEqualTo(scored.type());
            assertThat(made.components())
                    .containsEntry("score", new Get(IN, "bar"))
                    .containsOnlyKeys("score", "value");
        });
    }

    @Test
    void readAComponentOfARecordThatTheyMakeWithoutMakingIt() {
        assertThat(input((flow, in) -> Value.combine(Scored<Features>::new)
                                .of(Value.of(FEATURES), in.get(Params::bar))
                                .get(Scored::score))
                        .from())
                .isEqualTo(new Get(IN, "bar"));
    }

    @Test
    void makeListsOfWhatTheItemsHaveInCommon() {
        Value<Kept> kept = Value.of(new Kept("a"));
        Value<Promoted> promoted = Value.of(new Promoted("b", new Version("v", 1)));
        Value<Refused> refused = Value.of(new Refused("c", 0.1));

        assertThat(input((flow, in) -> Value.<Outcome>list(kept, kept)).type().shortText())
                .isEqualTo("list<Kept>");
        assertThat(input((flow, in) -> Value.<Outcome>list(kept, promoted))
                        .type()
                        .shortText())
                .isEqualTo("list<Accepted>");
        assertThat(input((flow, in) -> Value.<Outcome>list(kept, promoted, refused))
                        .type()
                        .shortText())
                .isEqualTo("list<Outcome>");
        assertThat(input((flow, in) -> Value.<Object>list(
                                Value.of(FEATURES), Value.of(new Vocabulary.Raw(URI.create("x"), "y"))))
                        .type()
                        .text())
                .isEqualTo("list<dataset>");
        assertThat(input((flow, in) ->
                                Value.<Object>list(Value.of(FEATURES), Value.of(new Classifier(URI.create("x"), "y"))))
                        .type()
                        .text())
                .isEqualTo("list<artifact>");
        assertThat(input((flow, in) -> Value.list(in.get(Params::depth), Value.of(3)))
                        .type()
                        .text())
                .isEqualTo("list<int>");
        assertThat(input((flow, in) -> Value.list()).from())
                .isInstanceOfSatisfying(
                        Items.class, items -> assertThat(items.items()).isEmpty());
    }

    @Test
    void refuseListsOfWhatHasNothingInCommon() {
        List<Problem> problems = Sketch.problems(
                (flow, in) -> Sketch.keep(flow, Value.<Object>list(in.get(Params::depth), in.get(Params::note))));

        assertThat(problems)
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("A list holds both Integer and Optional<String>.");
    }

    @Test
    void holdConstantsWithTheTypeOfWhatIsInThem() {
        assertThat(constant(3)).isEqualTo("int 3");
        assertThat(constant(Color.GREEN)).isEqualTo("Color \"GREEN\"");
        assertThat(constant(List.of())).isEqualTo("list<nothing> []");
        assertThat(constant(Optional.empty())).isEqualTo("optional<nothing> null");
        assertThat(constant(Optional.of(1.5))).isEqualTo("optional<double> 1.5");
        assertThat(constant(Map.of("a", List.of(1)))).isEqualTo("map<list<int>> {\"a\":[1]}");
        assertThat(constant(new Scored<>(List.of(new Kept("k"), new Refused("r", 1)), 2)))
                .isEqualTo(
                        "Scored<list<Outcome>> {\"value\":[{\"@type\":\"Kept\",\"reason\":\"k\"},{\"@type\":\"Refused\",\"reason\":\"r\",\"score\":1.0}],\"score\":2.0}");
    }

    @Test
    void holdNoConstantsThatCannotFlow() {
        assertThat(refusal(Set.of("a")))
                .isEqualTo("Set<String> cannot flow between steps: java.util.Set has no order.");
        assertThat(refusal(Map.of(1, "a")))
                .isEqualTo(
                        "Map<Integer, String> cannot flow between steps: java.util.Map<java.lang.Integer, java.lang.String> has keys that are not strings.");
        assertThat(refusal(Locale.ROOT)).startsWith("Locale cannot flow between steps: ");
        assertThat(refusal(List.of(1, "a"))).isEqualTo("Expected int, got the text \"a\".");
    }

    private static String refusal(Object constant) {
        List<Problem> problems = Sketch.problems((flow, in) -> Sketch.keep(flow, Value.of(constant)));
        assertThat(problems).hasSize(1);
        return problems.getFirst().message();
    }

    @Test
    void fillTexts() {
        Input text = input((flow, in) -> Value.text("depth {} of {}", in.get(Params::depth), Value.of("s3://x")));

        assertThat(text.type().text()).isEqualTo("string");
        assertThat(text.from()).isInstanceOfSatisfying(Text.class, it -> {
            assertThat(it.template()).isEqualTo("depth {} of {}");
            assertThat(it.values()).hasSize(2).first().isEqualTo(new Get(IN, "depth"));
        });
    }

    @Test
    void flowUnderAMoreGeneralType() {
        Value<Kept> kept = Value.of(new Kept("a"));

        Input described = input((flow, in) -> flow.apply(Vocabulary::describe).to(Value.<Outcome>widen(kept)));
        assertThat(described.from()).isEqualTo(new Output("describe"));
    }

    @Test
    void passEmptyListsWhereAnyListIsNeeded() {
        assertThat(Sketch.problems((flow, in) -> {
                    Value<List<Split>> none = Value.of(List.of());
                    flow.map(none, split -> flow.run(new Train(split.get(Split::train), in.get(Params::depth))));
                    Sketch.keep(flow, flow.apply(Vocabulary::best).to(Value.of(List.of())));
                }))
                .isEmpty();
    }

    private static String constant(Object value) {
        Constant constant = (Constant) input((flow, in) -> Value.of(value)).from();
        return constant.type().shortText() + " " + constant.value();
    }
}
