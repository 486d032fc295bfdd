package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.fault.Fault;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts a step of any kind, unless its result is there already. */
final class Steps {

    private final Execution run;

    Steps(Execution run) {
        this.run = run;
    }

    void start(Node node, List<CompiledGraph> bodies, Place place, Consumer<Outcome> end) {
        String path = place.path(node.name());
        Optional<Carried.Done> before = run.state().done(path);
        if (before.isPresent()) {
            Carried.Done done = before.get();
            run.board().reused(node, path, done, run.state().isSameRun());
            end.accept(new Outcome.Succeeded(done.value()));
            return;
        }
        if (place.stop().isStopped()) {
            end.accept(new Outcome.NotRun());
            return;
        }
        Step step = new Step(run, node, place, path, end);
        if (place.cancellation().isCancelled()) {
            // Temporal cancels no local activity, nor one that begins after the cancel.
            step.fail(Waiting.cancelled());
            return;
        }
        switch (node) {
            case Node.Apply apply -> new WorkRun(step).start(apply);
            case Node.Call call -> new WorkRun(step).start(call);
            case Node.RunContainer container -> new WorkRun(step).start(container);
            case Node.RunResource resource -> new WorkRun(step).start(resource);
            case Node.RunPipeline pipeline -> new PipelineRun(step).start(pipeline);
            case Node.RunWorkflow workflow -> new UserWorkflowRun(step).start(workflow);
            case Node.ForEach map -> new MapRun(step, bodies.getFirst()).start(map);
            case Node.When when -> new ChoiceRun(step).start(when, bodies.get(0), bodies.get(1));
            case Node.Repeat repeat -> new LoopRun(step, bodies.getFirst()).start(repeat);
            case Node.Provided provided -> new ConditionRun(step).start(provided);
            case Node.Approval approval -> new ApprovalRun(step).start(approval);
            case Node.Pause pause -> new PauseRun(step).start(pause);
        }
    }

    /** A step at work: what it is, where, and how its end is told. */
    record Step(Execution run, Node node, Place place, String path, Consumer<Outcome> end) {

        Lookups lookups() {
            return new Lookups(run, place);
        }

        void succeed(Datum value, int attempts) {
            succeed(value, attempts, "");
        }

        void succeed(Datum value, int attempts, String note) {
            Carried.Open open = run.state().open(path).orElse(Carried.Open.since(Board.now()));
            run.board().ends(node, path, StepState.SUCCEEDED, attempts, note, Optional.of(value));
            run.state().ended(path, value, attempts, open.since(), Board.now());
            end.accept(new Outcome.Succeeded(value));
        }

        void fail(Fault fault) {
            fail(StepFailure.of(node, path, 1, fault));
        }

        void fail(StepFailure failure) {
            StepState state = switch (failure.kind()) {
                case REJECTED -> StepState.REJECTED;
                case CANCELLED -> StepState.CANCELLED;
                case USER, PLATFORM, PREEMPTION, OUT_OF_MEMORY, TIMEOUT -> StepState.FAILED;
            };
            run.board()
                    .ends(node, path, state, failure.attempts(), failure.fault().message(), Optional.empty());
            end.accept(new Outcome.Failed(failure));
        }

        /** Ends without having run, or without having waited to the end. */
        void giveUp() {
            run.board().ends(node, path, StepState.SKIPPED, 0, "another step failed first", Optional.empty());
            end.accept(new Outcome.NotRun());
        }

        /** Passes on how a body ended. */
        void endAs(Outcome outcome) {
            switch (outcome) {
                case Outcome.Succeeded succeeded -> succeed(succeeded.value(), 0);
                case Outcome.Failed failed -> {
                    run.board()
                            .ends(
                                    node,
                                    path,
                                    StepState.FAILED,
                                    0,
                                    failed.failure().path(),
                                    Optional.empty());
                    end.accept(outcome);
                }
                case Outcome.NotRun notRun -> giveUp();
            }
        }
    }
}
