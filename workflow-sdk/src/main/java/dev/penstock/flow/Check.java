package dev.penstock.flow;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.spec.Predicate.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A question that can be asked of a value: {@code accuracy.is(atLeast(0.9))}; import these methods statically.
 *
 * @param <T> the type of the values it can be asked of
 */
public final class Check<T> {

    private final BiFunction<Resolver, Expression, Predicate> predicate;

    private Check(BiFunction<Resolver, Expression, Predicate> predicate) {
        this.predicate = predicate;
    }

    Condition on(Value<T> value) {
        return new Condition(resolver -> predicate.apply(resolver, resolver.expression(value)));
    }

    public static <T extends Comparable<? super T>> Check<T> atLeast(T bound) {
        return compare(Comparison.AT_LEAST, Value.of(bound));
    }

    public static <T extends Comparable<? super T>> Check<T> atLeast(Value<T> bound) {
        return compare(Comparison.AT_LEAST, bound);
    }

    public static <T extends Comparable<? super T>> Check<T> moreThan(T bound) {
        return compare(Comparison.MORE_THAN, Value.of(bound));
    }

    public static <T extends Comparable<? super T>> Check<T> moreThan(Value<T> bound) {
        return compare(Comparison.MORE_THAN, bound);
    }

    /** At most this; called so because {@code atMost} limits the parallelism of a map. */
    public static <T extends Comparable<? super T>> Check<T> upTo(T bound) {
        return compare(Comparison.UP_TO, Value.of(bound));
    }

    public static <T extends Comparable<? super T>> Check<T> upTo(Value<T> bound) {
        return compare(Comparison.UP_TO, bound);
    }

    public static <T extends Comparable<? super T>> Check<T> lessThan(T bound) {
        return compare(Comparison.LESS_THAN, Value.of(bound));
    }

    public static <T extends Comparable<? super T>> Check<T> lessThan(Value<T> bound) {
        return compare(Comparison.LESS_THAN, bound);
    }

    public static <T> Check<T> equalTo(T other) {
        return compare(Comparison.EQUAL_TO, Value.of(other));
    }

    public static <T> Check<T> equalTo(Value<T> other) {
        return compare(Comparison.EQUAL_TO, other);
    }

    public static <T> Check<T> otherThan(T other) {
        return compare(Comparison.OTHER_THAN, Value.of(other));
    }

    public static <T> Check<T> otherThan(Value<T> other) {
        return compare(Comparison.OTHER_THAN, other);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Check<T> oneOf(T... choices) {
        List<Value<T>> values = Arrays.stream(choices).map(Value::of).toList();
        return new Check<>((resolver, expression) -> new Predicate.OneOf(
                expression, values.stream().map(resolver::expression).toList()));
    }

    public static Check<Boolean> isTrue() {
        return having(Property.TRUE);
    }

    public static Check<Boolean> isFalse() {
        return having(Property.FALSE);
    }

    public static <X> Check<Optional<X>> present() {
        return having(Property.PRESENT);
    }

    public static <X> Check<Optional<X>> absent() {
        return having(Property.ABSENT);
    }

    public static <X> Check<List<X>> empty() {
        return having(Property.EMPTY);
    }

    public static <X> Check<List<X>> notEmpty() {
        return having(Property.NOT_EMPTY);
    }

    private static <T> Check<T> compare(Comparison comparison, Value<T> bound) {
        return new Check<>(
                (resolver, expression) -> new Predicate.Compare(expression, comparison, resolver.expression(bound)));
    }

    private static <T> Check<T> having(Property property) {
        return new Check<>((resolver, expression) -> new Predicate.Is(expression, property));
    }
}
