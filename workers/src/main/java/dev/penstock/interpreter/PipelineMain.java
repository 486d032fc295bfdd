package dev.penstock.interpreter;

import dev.penstock.engine.Outcome;
import dev.penstock.engine.Scope;
import dev.penstock.engine.StepFailure;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Words;
import dev.penstock.value.Datum;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;

/** Runs a pipeline as a whole: its steps, then its handlers. */
final class PipelineMain implements Execution.Main {

    private final Execution run;
    private final Scope input;
    private boolean expired;

    PipelineMain(Execution run) {
        this.run = run;
        this.input = Scope.of(run.request().input(), run.pipeline().spec().input());
    }

    @Override
    public Datum run() {
        startClock();
        Place place = new Place(input.inside(), run.request().prefix(), "", run.stop(), run.cancellation());
        Execution.Holder outcome = new Execution.Holder();
        GraphRun steps = new GraphRun(run, run.pipeline().graph(), place, outcome);
        run.agenda().post(steps::start);
        Outcome ended = timed(run.await(outcome));
        Finish finish = new Finish(run);
        Outcome told = ended instanceof Outcome.NotRun ? finish.stopped() : ended;
        new Handlers(run, input).after(told);
        return finish.with(told);
    }

    /** The time-out of the run as a whole; it ends with the workflow. */
    private void startClock() {
        Optional<Duration> limit = run.pipeline().spec().settings().timeout();
        if (limit.isPresent()) {
            Duration left = limit.get().minus(Duration.between(run.state().since(), Board.now()));
            TimerOptions options =
                    TimerOptions.newBuilder().setSummary("time-out of the run").build();
            Place.Cancellation.never()
                    .issue(() -> Workflow.newTimer(left.isNegative() ? Duration.ZERO : left, options))
                    .handle((nothing, cancelled) -> {
                        if (cancelled == null) {
                            expired = true;
                            run.cancellation().cancel("time-out of the run");
                        }
                        return null;
                    });
        }
    }

    private Outcome timed(Outcome outcome) {
        if (!expired || !(outcome instanceof Outcome.Failed failed)) {
            return outcome;
        }
        String limit = run.pipeline().spec().settings().timeout().map(Words::of).orElse("");
        StepFailure last = failed.failure();
        return new Outcome.Failed(new StepFailure(
                last.step(),
                last.path(),
                last.attempts(),
                last.at(),
                Fault.of(FaultKind.TIMEOUT, "The run took longer than %s.".formatted(limit)),
                Optional.empty()));
    }
}
