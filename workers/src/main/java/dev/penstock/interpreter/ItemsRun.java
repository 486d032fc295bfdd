package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.penstock.engine.Carried;
import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.Scope;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.Surroundings;
import dev.penstock.flow.FaultKind;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a body for some items of a map in this workflow, several at once. */
final class ItemsRun {

    private static final int LONGEST_ITEM = 40;

    private final Steps.Step step;
    private final String shown;
    private final Execution run;
    private final CompiledGraph body;
    private final Place place;
    private final int atOnce;
    private final long offset;
    private final long tolerated;
    private final Stop stop;
    private Datum[] results = new Datum[0];
    private int next;
    private int running;
    private int succeeded;
    private long failed;
    private boolean finished;
    private @Nullable StepFailure first;

    /** How the items ended: their results in order, where no more failed than may. */
    record Result(Outcome outcome, long failed, Optional<StepFailure> firstFailure) {

        static Result failed(StepFailure failure) {
            return new Result(new Outcome.Failed(failure), 1, Optional.of(failure));
        }
    }

    ItemsRun(Steps.Step step, String shown, CompiledGraph body, Place place, int atOnce, long offset, long tolerated) {
        this.step = step;
        this.shown = shown;
        this.run = step.run();
        this.body = body;
        this.place = place;
        this.atOnce = atOnce;
        this.offset = offset;
        this.tolerated = tolerated;
        this.stop = place.stop().inside();
    }

    void start(List<Datum> items, Consumer<Result> end) {
        results = new Datum[items.size()];
        more(items, end);
    }

    private void more(List<Datum> items, Consumer<Result> end) {
        while (running < atOnce && next < items.size() && !stop.isStopped()) {
            int index = next++;
            running++;
            begin(
                    items.get(index),
                    index,
                    outcome -> run.agenda().post(() -> {
                        ended(index, outcome);
                        more(items, end);
                    }));
        }
        if (running == 0 && !finished && (next == items.size() || stop.isStopped())) {
            finished = true;
            finish(items.size(), end);
        }
    }

    private void begin(Datum item, int index, Consumer<Outcome> end) {
        String path = path(index);
        Optional<Carried.Done> before = run.state().done(path);
        if (before.isPresent()) {
            end.accept(new Outcome.Succeeded(before.get().value()));
            return;
        }
        Optional<StepFailure> failedBefore = run.state().failed(path);
        if (failedBefore.isPresent()) {
            end.accept(new Outcome.Failed(failedBefore.get()));
            return;
        }
        Scope scope = place.scope().inside().withItem(step.node().name(), item, Surroundings.element(step.node()));
        Place pass = new Place(scope, path + "/", words(item, index), stop.inside(), place.cancellation());
        run.agenda().post(new GraphRun(run, body, pass, end)::start);
    }

    private String words(Datum item, int index) {
        String number = "item " + (offset + index);
        if (item.size() > LONGEST_ITEM) {
            return number;
        }
        String text = item.json().isTextual() ? item.json().textValue() : item.toString();
        return text.isEmpty() ? number : number + ": " + text;
    }

    private String path(int index) {
        return step.path() + "[" + (offset + index) + "]";
    }

    private void ended(int index, Outcome outcome) {
        running--;
        switch (outcome) {
            case Outcome.Succeeded result -> {
                results[index] = result.value();
                succeeded++;
                String path = path(index);
                Instant now = Board.now();
                run.state().ended(path, result.value(), 1, now, now);
                run.state().forgetInside(path + "/");
            }
            case Outcome.Failed failure -> {
                run.state().itemFailed(path(index), failure.failure());
                failed(failure.failure());
            }
            case Outcome.NotRun notRun -> {}
        }
        String failures = failed == 0 ? "" : ", " + failed + " failed";
        run.board().changes(shown, StepState.RUNNING, succeeded + " of " + results.length + " items" + failures);
    }

    private void failed(StepFailure failure) {
        failed++;
        first = first == null ? failure : first.or(failure, place.cancellation().isCancelled());
        if (failed > tolerated || failure.kind() == FaultKind.CANCELLED) {
            stop.stop();
        }
    }

    private void finish(int size, Consumer<Result> end) {
        if (first != null && (failed > tolerated || first.kind() == FaultKind.CANCELLED)) {
            boolean plain = tolerated == 0 || first.kind() == FaultKind.CANCELLED;
            end.accept(
                    new Result(new Outcome.Failed(plain ? first : tooMany(first, size)), failed, Optional.of(first)));
            return;
        }
        if (next < size || stop.isStopped()) {
            end.accept(new Result(new Outcome.NotRun(), failed, Optional.ofNullable(first)));
            return;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode(size);
        for (Datum result : results) {
            if (result != null) {
                list.add(result.json());
            }
        }
        new Lookups(run, place)
                .sealed(
                        Datum.of(list),
                        value -> end.accept(
                                new Result(new Outcome.Succeeded(value), failed, Optional.ofNullable(first))),
                        fault -> end.accept(Result.failed(StepFailure.of(step.node(), step.path(), 1, fault))));
    }

    private StepFailure tooMany(StepFailure failure, long size) {
        return failure.notAgainBecause(
                "More items failed than the map tolerates: %s, where %s of %s may.".formatted(failed, tolerated, size));
    }
}
