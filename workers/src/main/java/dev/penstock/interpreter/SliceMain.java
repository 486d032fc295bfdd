package dev.penstock.interpreter;

import dev.penstock.engine.Bindings;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.Part;
import dev.penstock.engine.SliceResult;
import dev.penstock.engine.StepState;
import dev.penstock.engine.Surroundings;
import dev.penstock.engine.Task;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Works on some items of a map. */
final class SliceMain implements Execution.Main {

    private final Execution run;
    private final Part.Slice slice;
    private final Shelf shelf;

    SliceMain(Execution run, Part.Slice slice, Shelf shelf) {
        this.run = run;
        this.slice = slice;
        this.shelf = shelf;
    }

    @Override
    public Datum run() {
        Bindings around = Messages.decode(shelf.read(slice.around()).json(), Bindings.class);
        Place place = new Place(
                Surroundings.scope(around, run.pipeline()), run.request().prefix(), "", run.stop(), run.cancellation());
        Node.ForEach map = (Node.ForEach) run.pipeline().node(slice.map());
        Execution.Holder outcome = new Execution.Holder();
        Steps.Step step = new Steps.Step(run, map, place, place.path(map.name()), outcome);
        String shown = "%s[%s-%s]".formatted(step.path(), slice.offset(), slice.offset() + slice.count() - 1);
        run.board().begins(map, shown, StepState.RUNNING, 0, "", Optional.empty());
        MapWork.Share share = new MapWork.Share(shown, slice.offset(), slice.atMost(), count -> slice.tolerated());
        Deque<ItemsRun.Result> results = new ArrayDeque<>();
        MapWork work = new MapWork(step, map, run.pipeline().mapBody(map.name()), place, share);
        run.agenda()
                .post(() -> work.start(slice.items(), result -> {
                    results.add(result);
                    outcome.accept(result.outcome());
                }));
        Outcome ended = run.await(outcome);
        return switch (ended) {
            case Outcome.Succeeded succeeded -> {
                Datum value = result(succeeded.value(), results.getLast());
                run.board().ends(map, shown, StepState.SUCCEEDED, 0, "", Optional.of(value));
                yield value;
            }
            case Outcome.Failed failed -> {
                run.board()
                        .ends(map, shown, StepState.FAILED, 0, failed.failure().path(), Optional.empty());
                yield new Finish(run).with(ended);
            }
            case Outcome.NotRun notRun -> {
                run.board().ends(map, shown, StepState.SKIPPED, 0, "another step failed first", Optional.empty());
                yield new Finish(run).with(ended);
            }
        };
    }

    private Datum result(Datum list, ItemsRun.Result result) {
        Datum small =
                list.size() <= slice.mostInline() || Reference.of(list.json()).isPresent()
                        ? list
                        : run.activities().store("store", new Task.Store(list)).get();
        return Datum.of(Messages.encode(new SliceResult(small, result.failed(), result.firstFailure())));
    }
}
