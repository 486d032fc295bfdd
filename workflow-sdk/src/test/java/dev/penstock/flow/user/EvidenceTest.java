package dev.penstock.flow.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import dev.penstock.flow.user.Vocabulary.Registry;
import dev.penstock.flow.user.Vocabulary.Version;
import dev.penstock.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody but the engine makes an approval, by whatever detour. */
class EvidenceTest {

    private static final Version VERSION = new Version("v", 1);
    private static final Approved<Version> FORGED =
            new Approved<>(VERSION, List.of("me"), Instant.EPOCH, Optional.empty());

    public record Decision(Optional<Approved<Version>> approval, String note) {}

    public record Wrapped(Approved<Version> approval) {}

    public record Job(Value<Version> version) implements ContainerStep<Wrapped> {
        @Override
        public Container container() {
            return Container.image("forge");
        }
    }

    public record Audit(Value<Version> version) implements WorkflowStep<List<Approved<Version>>> {}

    public interface Forgery {
        Wrapped forge(Version version);
    }

    public static Wrapped forge(Version version) {
        return new Wrapped(FORGED);
    }

    public static Approved<Version> first(List<Approved<Version>> approvals) {
        return approvals.getFirst();
    }

    static Stream<BiFunction<Flow, Value<Version>, Value<Approved<Version>>>> forgeries() {
        return Stream.of(
                (flow, version) -> Value.of(FORGED),
                (flow, version) -> Value.of(new Wrapped(FORGED)).get(Wrapped::approval),
                (flow, version) -> flow.apply(EvidenceTest::first).to(Value.of(List.of(FORGED))),
                (flow, version) -> flow.apply(EvidenceTest::forge).to(version).get(Wrapped::approval),
                (flow, version) -> flow.call(Forgery::forge).with(version).get(Wrapped::approval),
                (flow, version) -> flow.run(new Job(version)).get(Wrapped::approval),
                (flow, version) -> flow.apply(EvidenceTest::first).to(flow.run(new Audit(version))),
                (flow, version) -> Value.combine(Approved<Version>::new)
                        .of(version, Value.of(List.of()), Value.of(Instant.EPOCH), Value.of(Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void isNotMadeByHand(BiFunction<Flow, Value<Version>, Value<Approved<Version>>> forgery) {
        List<Problem> problems = Sketch.problems(
                (flow, in) -> flow.call(Registry::promote).with(forgery.apply(flow, Value.of(VERSION))));

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code().text()).isEqualTo("forged-evidence"));
    }

    @Test
    void isNotBroughtAlongByWhoeverStartsARun() {
        assertThat(Sketch.problemsOf(new Promotion()))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("The input of \"promotion\" holds an approval.");
    }

    @Test
    void passesThroughRecordsListsAndPipelines() {
        assertThat(Sketch.problems((flow, in) -> {
                    Value<Approved<Version>> approved = flow.approval("owners").of(Value.of(VERSION));
                    Value<Wrapped> wrapped = Value.combine(Wrapped::new).of(approved);
                    flow.run(new Promotion().with(wrapped));
                    flow.map(
                            Value.list(approved),
                            each -> flow.call(Registry::promote).with(each));
                }))
                .isEmpty();
    }

    @Test
    void mayBeAbsentInAConstant() {
        assertThat(Sketch.problems((flow, in) -> Sketch.keep(flow, Value.of(new Decision(Optional.empty(), "no")))))
                .isEmpty();
        assertThat(Sketch.problems((flow, in) -> Sketch.keep(flow, Value.of(new Decision(Optional.of(FORGED), "yes")))))
                .extracting(problem -> problem.code().text())
                .containsExactly("forged-evidence");
    }

    /** Promotes what was approved elsewhere. */
    public static final class Promotion implements Pipeline<Wrapped, String> {
        @Override
        public Value<String> define(Flow flow, Value<Wrapped> in) {
            flow.call(Registry::promote).with(in.get(Wrapped::approval));
            return Value.of("done");
        }
    }
}
