package dev.penstock.flow;

import dev.penstock.spec.Predicate;
import java.util.List;
import java.util.function.Function;

/** Something that holds or not, once its values are known. */
public final class Condition {

    private final Function<Resolver, Predicate> predicate;

    Condition(Function<Resolver, Predicate> predicate) {
        this.predicate = predicate;
    }

    Predicate resolve(Resolver resolver) {
        return predicate.apply(resolver);
    }

    /** Both hold. */
    public Condition and(Condition other) {
        return new Condition(resolver -> new Predicate.And(List.of(resolve(resolver), other.resolve(resolver))));
    }

    /** One of them holds at least. */
    public Condition or(Condition other) {
        return new Condition(resolver -> new Predicate.Or(List.of(resolve(resolver), other.resolve(resolver))));
    }

    /** It does not hold. */
    public Condition not() {
        return new Condition(resolver -> new Predicate.Not(resolve(resolver)));
    }
}
