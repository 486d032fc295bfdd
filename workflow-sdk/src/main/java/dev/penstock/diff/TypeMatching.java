package dev.penstock.diff;

import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds the types that have only got another name, such as that of another package. */
final class TypeMatching {

    private final Types before;
    private final Types after;
    private final Set<String> gone;
    private final Set<String> come;
    private Renaming renaming = Renaming.none();

    private TypeMatching(Types before, Types after) {
        this.before = before;
        this.after = after;
        this.gone = without(before, after);
        this.come = without(after, before);
    }

    static Renaming between(Types before, Types after) {
        TypeMatching matching = new TypeMatching(before, after);
        for (String name : List.copyOf(matching.come)) {
            matching.match(name, old -> Types.tag(old).equals(Types.tag(name)));
        }
        for (String name : List.copyOf(matching.come)) {
            matching.match(name, old -> matching.sameContent(old, name));
        }
        return matching.renaming;
    }

    private void match(String name, Predicate<String> test) {
        Optional<String> old = gone.stream().filter(test).findFirst();
        if (old.isPresent()) {
            renaming = renaming.withType(old.get(), name);
            gone.remove(old.get());
            come.remove(name);
        }
    }

    private boolean sameContent(String old, String name) {
        Renaming assumed = renaming.withType(old, name);
        return before.definition(old)
                .map(definition -> renamed(definition, assumed))
                .equals(after.definition(name));
    }

    private static TypeDefinition renamed(TypeDefinition definition, Renaming renaming) {
        return switch (definition) {
            case RecordType record ->
                new RecordType(
                        record.components().stream()
                                .map(component -> new Component(component.name(), renaming.of(component.type())))
                                .toList(),
                        record.tagged());
            case FamilyType family ->
                new FamilyType(family.cases().stream().map(renaming::typeName).toList());
            case EnumType constants -> constants;
            case ArtifactType artifact -> artifact;
        };
    }

    private static Set<String> without(Types types, Types others) {
        Set<String> names = new TreeSet<>(types.definitions().keySet());
        names.removeAll(others.definitions().keySet());
        return names;
    }
}
