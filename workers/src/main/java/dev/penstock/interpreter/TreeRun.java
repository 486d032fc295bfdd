package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.MapPlan;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.Part;
import dev.penstock.engine.Parts;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.SliceResult;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.Surroundings;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Spreads the items of a map over child workflows, each of which gets some of them. */
final class TreeRun {

    /** With hundreds of siblings, bigger results go to the store. */
    private static final int MOST_INLINE_OF_CHILD = 2_048;

    private final Steps.Step step;
    private final String shown;
    private final Execution run;
    private final Node.ForEach map;
    private final Place place;
    private final MapPlan plan;
    private final long offset;
    private final long tolerated;
    private final Stop stop;
    private final List<@Nullable SliceResult> results = new ArrayList<>();
    private int next;
    private int running;
    private long failed;
    private long done;
    private boolean finished;
    private @Nullable StepFailure first;
    private @Nullable Datum around;

    TreeRun(Steps.Step step, Node.ForEach map, String shown, Place place, MapPlan plan, long offset, long tolerated) {
        this.step = step;
        this.shown = shown;
        this.run = step.run();
        this.map = map;
        this.place = place;
        this.plan = plan;
        this.offset = offset;
        this.tolerated = tolerated;
        this.stop = place.stop().inside();
    }

    void start(Parts parts, Consumer<ItemsRun.Result> end) {
        parts.lists().forEach(part -> results.add(null));
        Datum values = Datum.of(Messages.encode(Surroundings.of(map, place.scope())));
        if (values.size() <= MOST_INLINE_OF_CHILD) {
            around = values;
            more(parts, end);
            return;
        }
        // The same for all children, so it is written once.
        new Lookups(run, place)
                .inStore(
                        "store",
                        new Task.Shelve(values),
                        stored -> {
                            around = stored;
                            more(parts, end);
                        },
                        fault -> fail(fault, end));
    }

    private void more(Parts parts, Consumer<ItemsRun.Result> end) {
        while (running < plan.leavesAtOnce() && next < parts.lists().size() && !stop.isStopped()) {
            int index = next++;
            running++;
            begin(parts, index, end);
        }
        if (running == 0 && !finished && (next == parts.lists().size() || stop.isStopped())) {
            finished = true;
            finish(parts, end);
        }
    }

    private void begin(Parts parts, int index, Consumer<ItemsRun.Result> end) {
        long first = index * plan.itemsOfChild();
        long count = Math.min(parts.count() - first, plan.itemsOfChild());
        long from = offset + first;
        long to = from + count;
        String path = "%s[%s-%s]".formatted(step.path(), from, to - 1);
        Optional<Carried.Done> before = run.state().done(path);
        if (before.isPresent()) {
            run.agenda().post(() -> ended(parts, index, count, before.get().value(), path, end));
            return;
        }
        Part.Slice slice = new Part.Slice(
                run.within(),
                map.name(),
                from,
                count,
                parts.lists().get(index),
                around == null ? Execution.NOTHING : around,
                Math.max(1, plan.itemsAtOnce()),
                Math.max(0, tolerated - failed),
                MOST_INLINE_OF_CHILD);
        RunRequest request = new RunRequest(
                run.facts(),
                slice,
                place.prefix(),
                Execution.NOTHING,
                run.state().child(path, step.path() + "[", inside -> isItemOf(inside, from, to)));
        new ChildRun(run, place, stop)
                .start(
                        new ChildRun.Child(
                                map,
                                run.facts().pipeline() + "." + map.name(),
                                "%s.%s-%s".formatted(Execution.idPart(inside(step.path())), from, to - 1),
                                "items %s to %s of %s".formatted(from, to - 1, offset + parts.count()),
                                path,
                                Optional.empty()),
                        request,
                        value -> ended(parts, index, count, value, path, end),
                        failure -> failed(parts, failure, end),
                        () -> {
                            running--;
                            more(parts, end);
                        });
    }

    /** A path without what the id of this workflow says already; maps inside several items of a map differ in it. */
    private String inside(String path) {
        return path.substring(run.request().prefix().length());
    }

    /** Whether a path leads to or into one of these items, or to some of them. */
    private boolean isItemOf(String path, long from, long to) {
        String index = path.substring(step.path().length() + 1).split("]", 2)[0];
        String[] range = index.split("-", 2);
        return from <= Long.parseLong(range[0]) && Long.parseLong(range[range.length - 1]) < to;
    }

    private void ended(Parts parts, int index, long items, Datum value, String path, Consumer<ItemsRun.Result> end) {
        running--;
        SliceResult result = Messages.decode(value.json(), SliceResult.class);
        results.set(index, result);
        failed += result.failed();
        done += items - result.failed();
        if (first == null) {
            first = result.firstFailure().orElse(null);
        }
        Instant now = Board.now();
        run.state().ended(path, value, 1, now, now);
        if (failed > tolerated) {
            stop.stop();
        }
        String failures = failed == 0 ? "" : ", %s failed".formatted(failed);
        run.board().changes(shown, StepState.RUNNING, "%s of %s items%s".formatted(done, parts.count(), failures));
        more(parts, end);
    }

    private void failed(Parts parts, StepFailure failure, Consumer<ItemsRun.Result> end) {
        running--;
        failed++;
        first = first == null ? failure : first.or(failure, place.cancellation().isCancelled());
        failed = Math.max(failed, tolerated + 1);
        stop.stop();
        more(parts, end);
    }

    private void finish(Parts parts, Consumer<ItemsRun.Result> end) {
        if (failed > tolerated && first != null) {
            end.accept(new ItemsRun.Result(new Outcome.Failed(first), failed, Optional.of(first)));
            return;
        }
        if (next < parts.lists().size() || stop.isStopped()) {
            end.accept(new ItemsRun.Result(new Outcome.NotRun(), failed, Optional.ofNullable(first)));
            return;
        }
        List<Datum> lists = new ArrayList<>();
        results.forEach(result -> {
            if (result != null) {
                lists.add(result.results());
            }
        });
        Task join = new Task.Join(lists, run.facts().limits().mostInline());
        new Lookups(run, place)
                .inStore(
                        "join",
                        join,
                        list -> end.accept(
                                new ItemsRun.Result(new Outcome.Succeeded(list), failed, Optional.ofNullable(first))),
                        fault -> fail(fault, end));
    }

    private void fail(Fault fault, Consumer<ItemsRun.Result> end) {
        end.accept(ItemsRun.Result.failed(StepFailure.of(map, step.path(), 1, fault)));
    }
}
