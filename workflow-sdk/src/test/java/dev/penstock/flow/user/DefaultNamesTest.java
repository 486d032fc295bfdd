package dev.penstock.flow.user;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.option.StepOption.named;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Engineer;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Ingest;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Raw;
import dev.penstock.flow.user.Vocabulary.RayTrain;
import dev.penstock.flow.user.Vocabulary.Registry;
import dev.penstock.flow.user.Vocabulary.Split;
import dev.penstock.flow.user.Vocabulary.Sweep;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultNamesTest {

    @Test
    void comeFromTheNamesInCode() {
        assertThat(names((flow, in) -> {
                    Value<Raw> raw = flow.run(new Ingest(in.get(Params::source)));
                    Value<Features> features = flow.run(new Engineer(raw, 0.2)).get(Split::train);
                    Value<Classifier> model = flow.run(new Train(features, in.get(Params::depth)));
                    flow.run(new Sweep(features, 3));
                    flow.run(new RayTrain(features, in.get(Params::depth)));
                    flow.call(Registry::register).with(model);
                    flow.call(Registry::latest).with();
                    keep(flow, flow.apply(Vocabulary::score).to(model));
                }))
                .containsExactly(
                        "ingest", "engineer", "train", "sweep", "ray-train", "register", "latest", "score", "kept");
    }

    @Test
    void comeFromWhatAStepIsAboutWhereItHasNoNameInCode() {
        assertThat(names((flow, in) -> {
                    Value<Integer> depth = in.get(Params::depth);
                    Value<Integer> some = flow.when(in.get(Params::bar).is(atLeast(0.5)), () -> depth)
                            .otherwise(() -> depth);
                    Value<Integer> more =
                            flow.repeat(some, n -> flow.apply(Vocabulary::next).to(n), n -> n.is(atLeast(9)), 10);
                    Value<Integer> late =
                            flow.pause(ofHours(26).plus(ofMinutes(30))).of(more);
                    Value<Integer> good = late.provided(late.is(atLeast(3)), "too shallow");
                    keep(flow, flow.approval("Model Owners").of(good));
                    flow.map(
                            in.get(Params::depths),
                            each -> flow.call(Registry::latest).with());
                }))
                .containsExactly(
                        "when-bar",
                        "repeat-when-bar",
                        "pause-1d-2h-30m",
                        "provided-pause-1d-2h-30m",
                        "approval-model-owners",
                        "kept",
                        "map-depths");
    }

    @Test
    void giveWayToNamesFromOptions() {
        assertThat(names((flow, in) -> flow.run(new Ingest(in.get(Params::source)), named("read-2"))))
                .containsExactly("read-2");
    }

    @Test
    void mayBeUsedOncePerPipelineBodiesAndHandlersIncluded() {
        List<Problem> problems = Sketch.problems((flow, in) -> {
            flow.run(new Ingest(in.get(Params::source)));
            flow.map(in.get(Params::depths), each -> flow.run(new Ingest(in.get(Params::source))));
            flow.onFailure(failure -> flow.run(new Ingest(in.get(Params::source))));
        });

        assertThat(problems)
                .extracting(problem -> problem.code().text())
                .containsExactly("duplicate-name", "duplicate-name");
        assertThat(problems.getFirst().remedy()).isEqualTo("Give one of them its own name: named(\"ingest-2\").");
    }

    private static Stream<String> names(Sketch.Steps steps) {
        return Sketch.spec(steps).pipeline().graph().nodes().stream().map(Node::name);
    }
}
