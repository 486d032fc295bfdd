package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What to do with components that are empty lists or maps. */
public enum Empties {
    /** Written, and needed when read. */
    WRITTEN,
    /** Left out, and read as empty when absent. */
    LEFT_OUT;

    boolean omit(Type type, JsonNode json) {
        Class<?> raw = Generics.raw(type);
        boolean collection = raw == List.class || raw == Map.class || raw == SortedMap.class;
        return this == LEFT_OUT && collection && json.isEmpty();
    }

    /** Whether a component of this type need not be there. */
    boolean mayBeAbsent(DataType type) {
        return type instanceof DataType.OptionalOf
                || (this == LEFT_OUT && (type instanceof DataType.ListOf || type instanceof DataType.MapOf));
    }
}
