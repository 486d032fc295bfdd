package dev.penstock.flow;

import static java.util.Objects.requireNonNull;

import dev.penstock.flow.Source.Literal;
import dev.penstock.flow.Source.Merged;
import dev.penstock.flow.Source.Part;
import dev.penstock.flow.Source.Sentence;
import dev.penstock.flow.Source.Several;
import dev.penstock.option.StepOption;
import java.util.List;

/**
 * A handle to what a step will yield; the value itself exists only while a pipeline runs.
 *
 * @param <T> the type of the value
 */
public final class Value<T> implements StepOption.Dependency {

    private final Source source;

    Value(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** A value known already. */
    public static <T> Value<T> of(T constant) {
        return new Value<>(new Literal(constant, Sites.here()));
    }

    /** A list of values. */
    @SafeVarargs
    public static <T> Value<List<T>> list(Value<? extends T>... values) {
        return new Value<>(new Several(Inputs.list(values), Sites.here()));
    }

    /** A text in which each {@code {}} stands for a value. */
    public static Value<String> text(String template, Value<?>... values) {
        return new Value<>(new Sentence(requireNonNull(template, "template"), Inputs.list(values), Sites.here()));
    }

    /** The same value under a more general type, such as the sealed interface of a record. */
    public static <T> Value<T> widen(Value<? extends T> value) {
        return new Value<>(value.source);
    }

    /** A component of the record. */
    public <F> Value<F> get(Fn.F1<? super T, F> component) {
        return new Value<>(new Part(this, component, Sites.here()));
    }

    /** A condition on the value; see {@link Check}. */
    public Condition is(Check<T> check) {
        return check.on(this);
    }

    /** The value itself if the condition holds; otherwise the run ends as rejected, for the reason given. */
    public Value<T> provided(Condition condition, String reason, StepOption... options) {
        return Gate.provided(this, condition, reason, options);
    }

    /** A record made of values: {@code Value.combine(Split::new).of(train, test)}. */
    public static <A, R extends Record> Combine.Of1<A, R> combine(Fn.F1<A, R> constructor) {
        return new Combine.Of1<>(Merged.by(constructor));
    }

    /** A record made of two values. */
    public static <A, B, R extends Record> Combine.Of2<A, B, R> combine(Fn.F2<A, B, R> constructor) {
        return new Combine.Of2<>(Merged.by(constructor));
    }

    /** A record made of three values. */
    public static <A, B, C, R extends Record> Combine.Of3<A, B, C, R> combine(Fn.F3<A, B, C, R> constructor) {
        return new Combine.Of3<>(Merged.by(constructor));
    }

    /** A record made of four values. */
    public static <A, B, C, D, R extends Record> Combine.Of4<A, B, C, D, R> combine(Fn.F4<A, B, C, D, R> constructor) {
        return new Combine.Of4<>(Merged.by(constructor));
    }

    /** A record made of five values. */
    public static <A, B, C, D, E, R extends Record> Combine.Of5<A, B, C, D, E, R> combine(
            Fn.F5<A, B, C, D, E, R> constructor) {
        return new Combine.Of5<>(Merged.by(constructor));
    }

    /** A record made of six values. */
    public static <A, B, C, D, E, F, R extends Record> Combine.Of6<A, B, C, D, E, F, R> combine(
            Fn.F6<A, B, C, D, E, F, R> constructor) {
        return new Combine.Of6<>(Merged.by(constructor));
    }

    /** A text that is recognised when a handle was turned into a text by mistake. */
    @Override
    public String toString() {
        return Handles.MARK + source.words() + Handles.END;
    }
}
