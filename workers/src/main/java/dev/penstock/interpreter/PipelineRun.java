package dev.penstock.interpreter;

import dev.penstock.engine.Outcome;
import dev.penstock.engine.Part;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs another pipeline as a step, in a workflow of its own. */
final class PipelineRun {

    private final Steps.Step step;
    private final Attempts attempts;
    private final Timeouts timeouts;

    PipelineRun(Steps.Step step) {
        this.step = step;
        this.attempts = new Attempts(step);
        this.timeouts = new Timeouts(step);
    }

    void start(Node.RunPipeline node) {
        step.lookups()
                .one(
                        node.input().from(),
                        input -> {
                            timeouts.start(Board.now());
                            begin(node, input);
                        },
                        step::fail);
    }

    private void begin(Node.RunPipeline node, Datum input) {
        Execution run = step.run();
        List<String> within = new ArrayList<>(run.within());
        within.add(node.name());
        String name = Execution.idPart(step.path());
        RunRequest request = new RunRequest(
                run.facts(),
                new Part.Whole(within),
                step.path() + "/",
                input,
                run.state().child(step.path(), step.path() + "/", path -> true));
        run.board()
                .begins(
                        node,
                        step.path(),
                        StepState.RUNNING,
                        attempts.number(),
                        "pipeline " + node.pipeline().name(),
                        Optional.of(run.childId(name)));
        new ChildRun(run, timeouts.place(), step.place().stop())
                .start(
                        new ChildRun.Child(
                                node,
                                node.pipeline().name(),
                                name,
                                step.place().item().isEmpty()
                                        ? "step " + step.path()
                                        : step.place().item(),
                                step.path(),
                                node.setting(Setting.OnWorkers.class).map(Setting.OnWorkers::taskQueue)),
                        request,
                        value -> timeouts.end(new Outcome.Succeeded(value)),
                        failure -> failed(node, input, failure),
                        () -> timeouts.end(new Outcome.NotRun()));
    }

    /** Another attempt goes on with what the failed one has done. */
    private void failed(Node.RunPipeline node, Datum input, StepFailure failure) {
        if (step.place().cancellation().isCancelled() || timeouts.isExpired()) {
            timeouts.end(new Outcome.Failed(failure));
            return;
        }
        attempts.after(
                isOwnFault(failure) ? failure.fault() : failure.fault().stayed(),
                () -> begin(node, input),
                (fault, why) -> timeouts.end(
                        new Outcome.Failed(why.map(failure::notAgainBecause).orElse(failure))));
    }

    /** The budgets of other faults were used inside already. */
    private static boolean isOwnFault(StepFailure failure) {
        return failure.kind() == FaultKind.USER || failure.kind() == FaultKind.TIMEOUT;
    }
}
