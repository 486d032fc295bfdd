package dev.penstock.rerun;

import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether a type is what it was, in all that it is made of. */
record Shapes(Types before, Types now) {

    boolean same(DataType was, DataType is) {
        return was.equals(is) && definitions(was, before).equals(definitions(is, now));
    }

    private static SortedMap<String, Optional<TypeDefinition>> definitions(DataType type, Types types) {
        SortedMap<String, Optional<TypeDefinition>> found = new TreeMap<>();
        collect(type, types, found);
        return found;
    }

    private static void collect(DataType type, Types types, SortedMap<String, Optional<TypeDefinition>> found) {
        switch (type) {
            case ListOf list -> collect(list.element(), types, found);
            case MapOf map -> collect(map.value(), types, found);
            case OptionalOf optional -> collect(optional.value(), types, found);
            case Named named -> collect(named.name(), types, found);
            default -> {}
        }
    }

    private static void collect(String name, Types types, SortedMap<String, Optional<TypeDefinition>> found) {
        if (found.containsKey(name)) {
            return;
        }
        Optional<TypeDefinition> definition = types.definition(name);
        found.put(name, definition);
        switch (definition.orElse(new EnumType(List.of()))) {
            case RecordType record -> record.components().forEach(component -> collect(component.type(), types, found));
            case FamilyType family -> family.cases().forEach(member -> collect(member, types, found));
            case EnumType constants -> {}
            case TypeDefinition.ArtifactType artifact -> {}
        }
    }
}
