package dev.penstock.flow;

import dev.penstock.type.Generics;
import dev.penstock.type.RecordShape;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the type of a constant from what is in it. */
final class LiteralTypes {

    private LiteralTypes() {}

    /** The type of what is not there: the elements of an empty list. */
    static final class Nothing {
        private Nothing() {}
    }

    static Type of(@Nullable Object value) {
        return switch (value) {
            case null -> Nothing.class;
            case List<?> list -> Generics.parameterized(List.class, common(list));
            case Map<?, ?> map ->
                Generics.parameterized(
                        Map.class, map.isEmpty() ? String.class : common(map.keySet()), common(map.values()));
            case Set<?> set -> Generics.parameterized(Set.class, common(set));
            case Optional<?> optional -> Generics.parameterized(Optional.class, of(optional.orElse(null)));
            case Enum<?> constant -> constant.getDeclaringClass();
            case Record record -> ofRecord(record);
            default -> value.getClass();
        };
    }

    private static Type ofRecord(Record record) {
        Class<?> type = record.getClass();
        if (type.getTypeParameters().length == 0) {
            return type;
        }
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        for (RecordShape.Part part : RecordShape.of(type).parts()) {
            Generics.unify(part.type(), of(part.read(record)), bindings, Widening::common);
        }
        for (TypeVariable<?> variable : type.getTypeParameters()) {
            bindings.putIfAbsent(variable, Nothing.class);
        }
        return Generics.resolve(Generics.parameterized(type, type.getTypeParameters()), bindings);
    }

    private static Type common(Collection<?> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(LiteralTypes::of)
                .reduce(Widening::common)
                .orElse(Nothing.class);
    }
}
