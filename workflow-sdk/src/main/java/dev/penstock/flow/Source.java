package dev.penstock.flow;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Site;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a handle was made from; it becomes an expression when a step uses it. */
sealed interface Source {

    /** Words for a person. */
    default String words() {
        return "a value";
    }

    /** The handles it was made from. */
    default List<Value<?>> parts() {
        return switch (this) {
            case Known known -> List.of();
            case Literal literal -> List.of();
            case Several several -> several.items();
            case Sentence sentence -> sentence.values();
            case Part part -> List.of(part.of());
            case Merged merged -> merged.components();
            case Broken broken -> List.of();
        };
    }

    /** Something that exists within a scope: an input, an item, what a step yields. */
    record Known(Recorder recorder, Scope scope, Expression expression, Type type) implements Source {
        @Override
        public String words() {
            return expression instanceof Expression.Output output ? "what " + output.step() + " yields" : "an input";
        }
    }

    /** A value known already. */
    record Literal(@Nullable Object value, Site at) implements Source {}

    /** A list. */
    record Several(List<Value<?>> items, Site at) implements Source {}

    /** A text. */
    record Sentence(String template, List<Value<?>> values, Site at) implements Source {}

    /** A component of a record. */
    record Part(Value<?> of, Serializable component, Site at) implements Source {}

    /** A record. */
    record Merged(Serializable constructor, List<Value<?>> components, Site at) implements Source {

        static <R> Function<List<Value<?>>, Value<R>> by(Serializable constructor) {
            Site at = Sites.here();
            return components -> new Value<>(new Merged(constructor, components, at));
        }
    }

    /** Stands where something was wrong and has been reported. */
    record Broken() implements Source {}
}
