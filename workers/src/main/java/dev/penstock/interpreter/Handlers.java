package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.Scope;
import dev.penstock.engine.StepFailure;
import dev.penstock.flow.Ending;
import dev.penstock.flow.Failure;
import dev.penstock.flow.FaultKind;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.JsonEncoder;
import dev.penstock.value.Datum;
import java.util.Optional;

/** Runs the steps for failures and for the end; whatever becomes of them, the run ends as it has ended. */
record Handlers(Execution run, Scope input) {

    private static final JsonEncoder ENCODER = new JsonEncoder();

    void after(Outcome outcome) {
        run.window().stayOpen();
        Optional<StepFailure> failure =
                outcome instanceof Outcome.Failed failed ? Optional.of(failed.failure()) : Optional.empty();
        Optional<Failure> told = failure.map(why ->
                new Failure(why.step(), why.attempts(), why.kind(), why.fault().message()));
        if (told.isPresent()
                && told.get().kind() != FaultKind.CANCELLED
                && run.pipeline().onFailure().isPresent()) {
            run.board().phase("handling the failure", failure.orElse(null));
            handle(run.pipeline().onFailure().get(), ENCODER.encode(told.get()), Failure.class);
        }
        if (run.pipeline().lastly().isPresent()) {
            run.board().phase("at the end", failure.orElse(null));
            Ending ending = new Ending(result(told), told);
            handle(run.pipeline().lastly().get(), ENCODER.encode(ending), Ending.class);
        }
    }

    private static Ending.Result result(Optional<Failure> failure) {
        return switch (failure.map(Failure::kind).orElse(null)) {
            case null -> Ending.Result.SUCCEEDED;
            case REJECTED -> Ending.Result.REJECTED;
            case CANCELLED -> Ending.Result.CANCELLED;
            case USER, PLATFORM, PREEMPTION, OUT_OF_MEMORY, TIMEOUT -> Ending.Result.FAILED;
        };
    }

    private void handle(CompiledGraph graph, JsonNode told, Class<?> type) {
        Scope scope = input.telling(Datum.of(told), new Named(type.getName())).inside();
        Place place = new Place(
                scope,
                run.request().prefix(),
                "",
                Stop.root(() -> run.agenda().post(run.window()::releaseStopped)),
                Place.Cancellation.never());
        Execution.Holder outcome = new Execution.Holder();
        GraphRun steps = new GraphRun(run, graph, place, outcome);
        run.agenda().post(steps::start);
        run.await(outcome);
    }
}
