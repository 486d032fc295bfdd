package dev.penstock.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.engine.Conditions;
import dev.penstock.engine.Evaluation;
import dev.penstock.engine.Library;
import dev.penstock.engine.MapPlan;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Parts;
import dev.penstock.engine.Scope;
import dev.penstock.engine.Stored;
import dev.penstock.engine.Task;
import dev.penstock.fault.FaultException;
import dev.penstock.type.Scalar;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.util.ArrayList;
import java.util.List;

/** What the interpreter lets do with values that lie in the store. */
record StoreWork(Library library) {

    // A result of 2 MB ends the workflow, and more than one may come in at once.
    private static final int MOST_BYTES = 1_000_000;
    private static final Scope NOTHING = Scope.of(Datum.of(NullNode.instance), Scalar.JSON);

    Datum lookUp(Task.LookUp task) {
        Evaluation evaluation = new Evaluation(NOTHING, types(task.digest()));
        Datum value = evaluation
                .of(new Stored(values()).in(task.expression()))
                .orElseThrow(() -> new IllegalStateException("a value was loaded, and still is not there"));
        return values().withMostInline(task.mostInline()).keep(value.json());
    }

    Datum decide(Task.Decide task) {
        boolean holds = new Conditions(NOTHING, types(task.digest()))
                .holds(new Stored(values()).in(task.predicate()))
                .orElseThrow(() -> new IllegalStateException("a value was loaded, and still is not there"));
        return Datum.of(BooleanNode.valueOf(holds));
    }

    Datum store(Datum value) {
        return values().store(Datum.of(values().load(value)));
    }

    Datum shelve(Datum message) {
        return values().store(message);
    }

    Datum load(Task.Load task) {
        Datum whole = Datum.of(values().load(task.value()));
        if (whole.size() > task.most()) {
            throw new FaultException(task.tooBig(whole.size()));
        }
        return whole;
    }

    Datum check(Datum value) {
        values().load(value);
        return Datum.of(BooleanNode.TRUE);
    }

    Datum split(Task.Split task) {
        JsonNode list = values().load(task.list());
        long size = MapPlan.itemsOfChild(list.size(), task.leaf());
        Values small = small(task.mostInline(), (list.size() + size - 1) / size);
        List<Datum> parts = new ArrayList<>();
        for (long from = 0; from < list.size(); from += size) {
            ArrayNode part = JsonNodeFactory.instance.arrayNode();
            for (long i = from; i < Math.min(list.size(), from + size); i++) {
                part.add(list.get((int) i));
            }
            parts.add(small.keep(part));
        }
        return Datum.of(Messages.encode(new Parts(list.size(), parts)));
    }

    Datum spread(Task.Spread task) {
        JsonNode list = values().load(task.list());
        Values small = small(task.mostInline(), list.size());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> items.add(small.keep(item).json()));
        return Datum.of(items);
    }

    Datum join(Task.Join task) {
        ArrayNode whole = JsonNodeFactory.instance.arrayNode();
        task.lists().forEach(list -> values().load(list).forEach(whole::add));
        return values().withMostInline(task.mostInline()).keep(whole);
    }

    /** Of so many values in one result, only as big ones stay in it as let the whole pass. */
    private Values small(int mostInline, long count) {
        return values().withMostInline((int) Math.min(mostInline, MOST_BYTES / Math.max(1, count)));
    }

    private Types types(String digest) {
        return library.get(digest).types();
    }

    private Values values() {
        return library.values();
    }
}
