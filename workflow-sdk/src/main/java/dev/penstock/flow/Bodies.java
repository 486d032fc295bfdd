package dev.penstock.flow;

import static java.util.Objects.requireNonNull;

import dev.penstock.option.StepOption;
import dev.penstock.problem.Code;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Site;
import dev.penstock.type.Generics;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes down steps that have a body: maps, choices, loops; and the handlers of a run. */
final class Bodies {

    private final Recorder recorder;

    Bodies(Recorder recorder) {
        this.recorder = recorder;
    }

    <T, R> Value<List<R>> map(Value<List<T>> items, Function<Value<T>, Value<R>> body, StepOption... options) {
        Site at = Sites.here();
        Resolved over = new Resolver(recorder, at).resolve(items);
        String proposed = Names.join("map", Subjects.of(over.expression()));
        return recorder.step(at, proposed, options, (header, resolver) -> {
            Type element = Generics.as(over.type(), List.class)
                    .map(list -> Generics.argument(list, 0))
                    .orElse(LiteralTypes.Nothing.class);
            Traced traced = trace(at, () -> body.apply(recorder.local(new Expression.Item(header.name()), element)));
            Type result = Generics.parameterized(List.class, traced.type());
            return new Recorder.Recorded(
                    new Node.ForEach(
                            header.name(),
                            new Input(over.expression(), recorder.types().dataType(over.type(), at)),
                            traced.graph(),
                            recorder.types().dataType(result, at),
                            header.after(),
                            header.settings(),
                            at),
                    result);
        });
    }

    <O> When<O> when(Condition condition, Supplier<? extends Value<? extends O>> then, StepOption... options) {
        Site at = Sites.here();
        Object ticket = recorder.half(
                at, "flow.when(…) has no .otherwise(…).", "Say what the step yields when the condition does not hold.");
        return new When<>(otherwise -> {
            recorder.finished(ticket);
            return choice(at, condition, then, otherwise, options);
        });
    }

    private <O> Value<O> choice(
            Site at,
            Condition condition,
            Supplier<? extends Value<? extends O>> then,
            Supplier<? extends Value<? extends O>> otherwise,
            StepOption... options) {
        Predicate predicate = condition.resolve(new Resolver(recorder, at));
        String proposed = Names.join("when", Subjects.of(predicate));
        return recorder.step(at, proposed, options, (header, resolver) -> {
            Traced yes = trace(at, then);
            Traced no = trace(at, otherwise);
            Type type = Widening.of(yes.type(), no.type())
                    .orElseThrow(() -> new Refusal(
                            Code.TYPE_MISMATCH,
                            at,
                            "One branch yields %s, the other %s."
                                    .formatted(DataTypes.shortName(yes.type()), DataTypes.shortName(no.type())),
                            "Let both yield one type, such as a sealed interface of both."));
            return new Recorder.Recorded(
                    new Node.When(
                            header.name(),
                            predicate,
                            yes.graph(),
                            no.graph(),
                            recorder.types().dataType(type, at),
                            header.after(),
                            header.settings(),
                            at),
                    type);
        });
    }

    <S> Value<S> repeat(
            Value<S> initial,
            Function<Value<S>, Value<S>> body,
            Function<Value<S>, Condition> until,
            int atMost,
            StepOption... options) {
        Site at = Sites.here();
        Resolved first = new Resolver(recorder, at).resolve(initial);
        String proposed = Names.join("repeat", Subjects.of(first.expression()));
        return recorder.step(at, proposed, options, (header, resolver) -> {
            Expression.State state = new Expression.State(header.name());
            Traced traced = trace(at, () -> body.apply(recorder.local(state, first.type())));
            AtomicReference<@Nullable Predicate> condition = new AtomicReference<>();
            Graph asked = recorder.body(at, () -> {
                condition.set(until.apply(recorder.local(state, first.type())).resolve(new Resolver(recorder, at)));
                return Optional.empty();
            });
            refuseSteps(asked);
            Type type = Widening.common(first.type(), traced.type());
            return new Recorder.Recorded(
                    new Node.Repeat(
                            header.name(),
                            first.expression(),
                            traced.graph(),
                            requireNonNull(condition.get()),
                            atMost,
                            recorder.types().dataType(type, at),
                            header.after(),
                            header.settings(),
                            at),
                    type);
        });
    }

    private static void refuseSteps(Graph condition) {
        condition.nodes().stream().findFirst().ifPresent(step -> {
            throw new Refusal(
                    Code.OUT_OF_SCOPE,
                    step.at(),
                    "The condition of a loop contains the step \"%s\".".formatted(step.name()),
                    "Let the body yield what the condition asks about, as part of the state.");
        });
    }

    void onFailure(Consumer<Value<Failure>> steps) {
        recorder.handle(Recorder.Handler.ON_FAILURE, handler(steps, Failure.class), Sites.here());
    }

    void lastly(Consumer<Value<Ending>> steps) {
        recorder.handle(Recorder.Handler.LASTLY, handler(steps, Ending.class), Sites.here());
    }

    private <T> Graph handler(Consumer<Value<T>> steps, Class<T> told) {
        recorder.types().dataType(told, Sites.here());
        return recorder.graph(() -> {
            steps.accept(recorder.local(new Expression.HandlerInput(), told));
            return Optional.empty();
        });
    }

    /** A body and the type of what it yields. */
    private record Traced(Graph graph, Type type) {}

    private Traced trace(Site at, Supplier<? extends @Nullable Value<?>> body) {
        AtomicReference<Type> type = new AtomicReference<>(LiteralTypes.Nothing.class);
        Graph graph = recorder.body(at, () -> {
            @Nullable Value<?> result = body.get();
            if (result == null) {
                throw new Refusal(Code.NULL_VALUE, at, "A body returned null.", "Return a handle.");
            }
            Resolved resolved = new Resolver(recorder, at).resolve(result);
            type.set(resolved.type());
            return Optional.of(resolved.expression());
        });
        return new Traced(graph, requireNonNull(type.get()));
    }
}
