package dev.penstock.testing.run;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.penstock.engine.Answer;
import dev.penstock.engine.Limits;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Failure;
import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Pipeline;
import dev.penstock.runs.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The runs whose histories are kept, by name. */
final class Scenarios {

    private final Map<String, Function<PipelineRuns, TestRun<?, ?>>> all = new TreeMap<>();

    Scenarios() {
        all.put("work", runs -> work(runs, 1));
        all.put(
                "work-retried",
                runs -> work(runs, 1)
                        .failing("train", Faults.twice())
                        .failing("next", Faults.once())
                        .failing("stamp", Faults.times(2, FaultKind.PLATFORM)));
        all.put("work-failed", runs -> work(runs, 1).failing("train", Faults.always()));
        all.put("bodies", runs -> office(runs, new Recorded.Bodies()).input(2));
        all.put(
                "bodies-rejected",
                runs -> office(runs, new Recorded.Bodies()).input(4).failing("big", Faults.always()));
        all.put(
                "tree",
                runs -> office(runs, new Recorded.Tree())
                        .input(IntStream.range(0, 6).boxed().toList()));
        all.put(
                "tree-failed",
                runs -> office(runs, new Recorded.Tree())
                        .input(IntStream.range(0, 6).boxed().toList())
                        .failing("stamp", Faults.always().at("each[4][0]/stamp")));
        all.put("approved", runs -> waits(runs, answers(true, true)));
        all.put("refused", runs -> waits(runs, answers(true, false)));
        all.put("expired", runs -> waits(runs, List.of()));
        all.put("nested", runs -> nested(runs));
        all.put("nested-failed", runs -> nested(runs).failing("in-loop", Faults.times(2)));
        all.put("nested-rejected", runs -> nested(runs).failing("ray", Faults.rejected("no rays")));
        all.put(
                "continued",
                runs -> office(runs, new Recorded.Lengthy())
                        .input(1)
                        .within(Limits.usual().mostEvents(25).mostInline(500)));
        all.put(
                "release",
                runs -> Release.in(runs).failing("train", Faults.preempted(3)).approving("approve", "ann", ofHours(3)));
        all.put(
                "scattered",
                runs -> Release.in(runs)
                        .within(Limits.usual().mostInline(110))
                        .failing("ingest", Faults.timesOut(1))
                        .input(new Release.Params("a", List.of(1, 2), 9)));
    }

    Map<String, Function<PipelineRuns, TestRun<?, ?>>> all() {
        return all;
    }

    private static TestRun<Integer, Integer> work(PipelineRuns runs, int input) {
        return office(runs, new Recorded.Work())
                .input(input)
                .standIn("train", inputs -> inputs.get("depth", Integer.class) * 2)
                .standIn("sweep", inputs -> inputs.get("from", Integer.class) * 3);
    }

    private static TestRun<Integer, Integer> nested(PipelineRuns runs) {
        return office(runs, new Recorded.Nested()).input(3).standIn("ray", 7);
    }

    /** People answer as they do, not by the clock of the run. */
    private static TestRun<Integer, Integer> waits(PipelineRuns runs, List<Answer> answers) {
        TestRun<Integer, Integer> run = office(runs, new Recorded.Waits()).input(1);
        run.arranged().meanwhile = (client, name) -> {
            if (!answers.isEmpty()) {
                untilItWaits(client, name);
            }
            answers.forEach(answer -> client.answer(name, answer));
        };
        return run;
    }

    private static List<Answer> answers(boolean first, boolean second) {
        return List.of(
                new Answer("approve", "ann", first, Optional.empty()),
                new Answer("approve", "bob", second, Optional.of("seen")));
    }

    private static void untilItWaits(Runs client, String name) {
        while (client.status(name).steps().stream().noneMatch(step -> step.state() == StepState.WAITING)) {
            Thread.onSpinWait();
        }
    }

    private static <I, O> TestRun<I, O> office(PipelineRuns runs, Pipeline<I, O> pipeline) {
        return runs.of(pipeline).patience(ofMinutes(1)).service(Recorded.Office.class, new Recorded.Office() {
            @Override
            public int stamp(int number) {
                return number + 1;
            }

            @Override
            public void file(Failure failure) {}

            @Override
            public void close(Ending ending) {}
        });
    }
}
