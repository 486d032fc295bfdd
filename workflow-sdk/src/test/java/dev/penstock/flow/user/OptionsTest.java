package dev.penstock.flow.user;

import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.option.StepOption.after;
import static dev.penstock.option.StepOption.all;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.on;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Ingest;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Raw;
import dev.penstock.flow.user.Vocabulary.Train;
import dev.penstock.option.Setting;
import dev.penstock.option.StepOption;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void meanTheSameInAnyOrderAndGrouping() {
        List<StepOption> options = new ArrayList<>(List.of(
                retry(3).every(ofMinutes(1)),
                timeout(ofHours(2)),
                cached().ignoring("features", "depth"),
                spot().onDemandAfter(2),
                on("a", "b"),
                named("x")));
        String digest = digest(options);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(options, random);
            int cut = random.nextInt(options.size());
            List<StepOption> grouped = List.of(
                    all(options.subList(0, cut).toArray(StepOption[]::new)),
                    all(all(options.subList(cut, options.size()).toArray(StepOption[]::new)), all()));

            assertThat(digest(options)).isEqualTo(digest);
            assertThat(digest(grouped)).isEqualTo(digest);
        }
    }

    @Test
    void meanTheSameInsideWhereOrderHasNoMeaning() {
        assertThat(digest(List.of(cached().ignoring("features", "depth"))))
                .isEqualTo(digest(List.of(cached().ignoring("depth", "features", "depth"))));
        assertThat(digest(List.of(on("a", "b")))).isNotEqualTo(digest(List.of(on("b", "a"))));
        assertThat(rejecting(IOException.class, UncheckedIOException.class))
                .isEqualTo(rejecting(UncheckedIOException.class, IOException.class));
    }

    @Test
    void mayBeGivenTwiceWhenTheyAgree() {
        Node train = train(List.of(retry(3), all(retry(3), named("train")), named("train")));

        assertThat(train.settings()).containsExactly(retry(3));
    }

    @Test
    void reachTheSpecWithEverythingThatWasSaid() {
        Node train = train(List.of(
                retry(3).growing(ofMinutes(1), 3, ofHours(1)),
                cached().version("2").forAtMost(ofHours(5))));

        assertThat(train.setting(Setting.Retry.class)).contains(new Setting.Retry(3, ofMinutes(1), 3, ofHours(1)));
        assertThat(train.setting(Setting.Cached.class))
                .contains(new Setting.Cached(Optional.of(ofHours(5)), "2", List.of(), false));
        assertThat(train.setting(Setting.Spot.class)).isEmpty();
    }

    @Test
    void letAStepWaitForOthersWhoseValueItDoesNotRead() {
        Spec spec = Sketch.spec((flow, in) -> {
            Value<Raw> one = flow.run(new Ingest(in.get(Params::source)), named("one"));
            Value<Raw> two = flow.run(new Ingest(in.get(Params::source)), named("two"));
            flow.run(
                    new Ingest(in.get(Params::source)),
                    named("last"),
                    after(two, one),
                    after(one, in, Value.list(two)));
        });

        assertThat(spec.pipeline().graph().node("last").orElseThrow().after()).containsExactly("one", "two");
    }

    @Test
    void mayWaitForAPureStepThatNobodyReads() {
        assertThat(Sketch.problems((flow, in) -> {
                    Value<Integer> next = flow.apply(Vocabulary::next).to(in.get(Params::depth));
                    flow.run(new Ingest(in.get(Params::source)), after(next));
                }))
                .isEmpty();
    }

    @Test
    void refuseWhatIsNull() {
        assertThat(Sketch.problems((flow, in) -> {
                    keep(flow, flow.run(new Ingest(in.get(Params::source)), retry(2), (StepOption) null));
                }))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("An option is null.");
    }

    private static String digest(List<StepOption> options) {
        return Sketch.spec((flow, in) -> flow.run(step(in), options.toArray(StepOption[]::new)))
                .digest();
    }

    private static Node train(List<StepOption> options) {
        return Sketch.node("train", (flow, in) -> flow.run(step(in), options.toArray(StepOption[]::new)));
    }

    private static Train step(Value<Params> in) {
        return new Train(Value.of(new Features(URI.create("s3://f"), "sha256:0")), in.get(Params::depth));
    }
}
