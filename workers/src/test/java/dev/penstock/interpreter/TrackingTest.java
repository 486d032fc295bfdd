package dev.penstock.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.penstock.container.Container;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.option.StepOption;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.track.Ending;
import dev.penstock.track.RunNote;
import dev.penstock.track.RunResult;
import dev.penstock.track.StepNote;
import dev.penstock.track.Tracker;
import dev.penstock.type.JsonEncoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class TrackingTest {

    /** A container that fails at first. */
    static final class Trained implements Pipeline<Integer, Integer> {

        record Train(Value<Integer> depth) implements ContainerStep<Integer> {
            @Override
            public Container container() {
                return Container.image("train");
            }
        }

        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.run(new Train(in), StepOption.retry(2).every(Duration.ofMinutes(1)));
        }
    }

    /** Writes down what it is told. */
    private static class Notes implements Tracker {

        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void begin(RunNote run, JsonNode input) {
            told.add("%s of %s by %s begins with %s".formatted(run.run(), run.pipeline(), run.startedBy(), input));
        }

        @Override
        public void end(RunNote run, RunResult result) {
            told.add("%s %s with %s".formatted(run.run(), result.ending(), result.output()));
        }

        @Override
        public Attempt attempt(StepNote step) {
            told.add("%s %s %s".formatted(step.path(), step.attempt(), step.inputs()));
            return new Attempt() {
                @Override
                public void progress(JsonNode details) {
                    told.add(details.toString());
                }

                @Override
                public void end(Ending ending, JsonNode output) {
                    told.add("%s %s %s".formatted(step.path(), ending, output));
                }
            };
        }
    }

    private static InMemory tracking(Notes notes) {
        return new InMemory(
                Services.none(),
                settings -> settings.tracker(notes).runner((task, attempt) -> {
                    attempt.news(JsonNodeFactory.instance.objectNode().put("fraction", 0.5));
                    if (attempt.number() == 1) {
                        throw new FaultException(Fault.of(FaultKind.USER, "no luck"));
                    }
                    return IntNode.valueOf(attempt.input("depth").intValue() + 1);
                }));
    }

    private static RunOrder order() {
        return RunOrder.of(new Trained().toSpec(), new JsonEncoder().encode(4), "monday")
                .by("ada", "command");
    }

    @Test
    void isToldOfTheRunAndOfEachAttempt() {
        Notes notes = new Notes();
        try (InMemory engine = tracking(notes)) {
            engine.start(order().trackedIf(true));
            assertThat(engine.runs.result("monday")).isInstanceOf(RunEnd.Succeeded.class);
        }
        assertThat(notes.told)
                .containsExactlyInAnyOrder(
                        "monday of trained by ada begins with 4",
                        "train 1 {depth=4}",
                        "{\"fraction\":0.5}",
                        "train FAILED null",
                        "train 2 {depth=4}",
                        "{\"fraction\":0.5}",
                        "train SUCCEEDED 5",
                        "monday SUCCEEDED with 5")
                .endsWith("monday SUCCEEDED with 5");
    }

    @Test
    void isNotToldOfRunsThatAreNotTracked() {
        Notes notes = new Notes();
        try (InMemory engine = tracking(notes)) {
            engine.start(order());
            assertThat(engine.runs.result("monday")).isInstanceOf(RunEnd.Succeeded.class);
        }
        assertThat(notes.told).noneMatch(line -> line.startsWith("monday"));
    }

    @Test
    void doesNotFailARunWhoseTrackerFails() {
        Notes notes = new Notes() {
            @Override
            public void begin(RunNote run, JsonNode input) {
                throw new IllegalStateException("broken");
            }
        };
        try (InMemory engine = tracking(notes)) {
            engine.start(order().trackedIf(true));
            assertThat(engine.runs.result("monday")).isInstanceOf(RunEnd.Succeeded.class);
        }
    }
}
