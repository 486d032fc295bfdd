package dev.penstock.interpreter;

import dev.penstock.engine.Conditions;
import dev.penstock.engine.Evaluation;
import dev.penstock.engine.Message;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Predicate;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds values: at once where they are at hand, else by a look into the store. */
record Lookups(Execution run, Place place) {

    /** The values of all these expressions, each small enough to travel. */
    void all(List<Expression> expressions, Consumer<List<Datum>> then, Consumer<Fault> failed) {
        next(expressions, new ArrayList<>(), then, failed);
    }

    private void next(
            List<Expression> expressions, List<Datum> found, Consumer<List<Datum>> then, Consumer<Fault> failed) {
        if (found.size() == expressions.size()) {
            then.accept(found);
            return;
        }
        Consumer<Datum> take = value -> {
            found.add(value);
            next(expressions, found, then, failed);
        };
        one(expressions.get(found.size()), take, failed);
    }

    void one(Expression expression, Consumer<Datum> then, Consumer<Fault> failed) {
        Evaluation evaluation = evaluation();
        Optional<Datum> known = evaluation.of(expression);
        if (known.isPresent()) {
            sealed(known.get(), then, failed);
            return;
        }
        Task task = new Task.LookUp(run.facts().digest(), evaluation.closed(expression), mostInline());
        inStore("look-up", task, then, failed);
    }

    void decide(Predicate predicate, Consumer<Boolean> then, Consumer<Fault> failed) {
        Conditions conditions = new Conditions(place.scope(), run.pipeline().types());
        Optional<Boolean> known = conditions.holds(predicate);
        if (known.isPresent()) {
            then.accept(known.get());
            return;
        }
        Task task = new Task.Decide(run.facts().digest(), conditions.closed(predicate));
        inStore("decide", task, answer -> then.accept(answer.json().booleanValue()), failed);
    }

    /** The value itself, or a reference where it has grown too big to travel. */
    void sealed(Datum value, Consumer<Datum> then, Consumer<Fault> failed) {
        if (isSmall(value)) {
            then.accept(value);
            return;
        }
        inStore("store", new Task.Store(value), then, failed);
    }

    /** The same for what must not be done again: no new history begins before it is kept. */
    void kept(Datum value, Consumer<Datum> then, Consumer<Fault> failed) {
        if (isSmall(value)) {
            then.accept(value);
            return;
        }
        run.window().enterAtOnce(Lane.LOCAL, place.stop(), () -> issue("store", new Task.Store(value), then, failed));
    }

    void inStore(String name, Message task, Consumer<Datum> then, Consumer<Fault> failed) {
        run.window().enter(Lane.LOCAL, 0, false, place.stop(), () -> issue(name, task, then, failed));
    }

    private void issue(String name, Message task, Consumer<Datum> then, Consumer<Fault> failed) {
        place.cancellation().issue(() -> run.activities().store(name, task)).handle((value, failure) -> {
            run.agenda().post(() -> {
                run.window().leave(Lane.LOCAL, false, value == null ? mostInline() : value.size());
                if (failure == null) {
                    then.accept(value);
                } else {
                    failed.accept(Failures.fault(failure));
                }
            });
            return null;
        });
    }

    private boolean isSmall(Datum value) {
        return value.size() <= mostInline() || Reference.of(value.json()).isPresent();
    }

    private Evaluation evaluation() {
        return new Evaluation(place.scope(), run.pipeline().types());
    }

    private int mostInline() {
        return run.facts().limits().mostInline();
    }
}
