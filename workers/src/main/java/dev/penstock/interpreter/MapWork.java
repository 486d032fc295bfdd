package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.MapPlan;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Parts;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** Spreads the items of a list: works on them here where there are few, else in a tree of child workflows. */
final class MapWork {

    private final Steps.Step step;
    private final Node.ForEach map;
    private final CompiledGraph body;
    private final Place place;
    private final Share share;

    /**
     * Which part of the whole map this is.
     *
     * @param shown the path under which people see it
     * @param offset the place of its first item in the whole list
     * @param atMost items in work at once
     * @param tolerated how many of so many items may fail
     */
    record Share(String shown, long offset, int atMost, LongUnaryOperator tolerated) {}

    MapWork(Steps.Step step, Node.ForEach map, CompiledGraph body, Place place, Share share) {
        this.step = step;
        this.map = map;
        this.body = body;
        this.place = place;
        this.share = share;
    }

    void start(Datum list, Consumer<ItemsRun.Result> end) {
        if (Reference.of(list.json()).isPresent()) {
            inStore("split", new Task.Split(list, leaf(), mostInline()), parts -> begin(list, parts(parts), end), end);
            return;
        }
        if (!list.json().isArray()) {
            fail(
                    Fault.lasting(
                            FaultKind.USER, "It maps over what is no list.", "Let the step before it yield a list."),
                    end);
            return;
        }
        MapPlan plan = plan(list.json().size());
        if (plan.isInline()) {
            inline(plan, items(list.json()), end);
            return;
        }
        tree(plan, cut(list.json(), plan.itemsOfChild()), end);
    }

    private void begin(Datum list, Parts parts, Consumer<ItemsRun.Result> end) {
        MapPlan plan = plan(parts.count());
        if (plan.isInline()) {
            inStore(
                    "spread",
                    new Task.Spread(list, mostInline()),
                    items -> inline(plan, items(items.json()), end),
                    end);
            return;
        }
        tree(plan, parts, end);
    }

    private void inline(MapPlan plan, List<Datum> items, Consumer<ItemsRun.Result> end) {
        long tolerated = share.tolerated().applyAsLong(items.size());
        new ItemsRun(step, share.shown(), body, place, plan.itemsAtOnce(), share.offset(), tolerated).start(items, end);
    }

    private void tree(MapPlan plan, Parts parts, Consumer<ItemsRun.Result> end) {
        new TreeRun(
                        step,
                        map,
                        share.shown(),
                        place,
                        plan,
                        share.offset(),
                        share.tolerated().applyAsLong(parts.count()))
                .start(parts, end);
    }

    private MapPlan plan(long count) {
        return MapPlan.of(Math.toIntExact(Math.min(count, Integer.MAX_VALUE)), map.body(), share.atMost());
    }

    /** The size of a leaf does not depend on how many items there are. */
    private int leaf() {
        return MapPlan.of(Integer.MAX_VALUE, map.body(), share.atMost()).leaf();
    }

    private void inStore(String name, Task task, Consumer<Datum> then, Consumer<ItemsRun.Result> end) {
        new Lookups(step.run(), place).inStore(name, task, then, fault -> fail(fault, end));
    }

    private void fail(Fault fault, Consumer<ItemsRun.Result> end) {
        end.accept(ItemsRun.Result.failed(StepFailure.of(step.node(), step.path(), 1, fault)));
    }

    private static Parts parts(Datum message) {
        return Messages.decode(message.json(), Parts.class);
    }

    static List<Datum> items(JsonNode list) {
        List<Datum> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(Datum.of(item)));
        return items;
    }

    private static Parts cut(JsonNode list, long size) {
        List<Datum> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += (int) size) {
            ArrayNode part = JsonNodeFactory.instance.arrayNode();
            for (int i = from; i < Math.min(list.size(), from + size); i++) {
                part.add(list.get(i));
            }
            parts.add(Datum.of(part));
        }
        return new Parts(list.size(), parts);
    }

    private int mostInline() {
        return step.run().facts().limits().mostInline();
    }
}
