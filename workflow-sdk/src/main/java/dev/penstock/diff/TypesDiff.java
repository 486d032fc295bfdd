package dev.penstock.diff;

import dev.penstock.diff.Change.Kind;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says how the named types changed: the components of records, the constants of enums, the cases of families. */
final class TypesDiff {

    private final List<Change> found;
    private final Renaming renaming;

    TypesDiff(List<Change> found, Renaming renaming) {
        this.found = found;
        this.renaming = renaming;
    }

    void compare(Types before, Types after) {
        Map<String, TypeDefinition> removed = new TreeMap<>(before.definitions());
        Map<String, String> oldNames = new TreeMap<>();
        before.definitions().keySet().forEach(name -> oldNames.put(renaming.typeName(name), name));
        after.definitions().forEach((name, is) -> {
            String oldName = oldNames.getOrDefault(name, name);
            Place place = at(name);
            TypeDefinition was = removed.remove(oldName);
            if (was == null) {
                place.say(Kind.TYPE, "type added: " + words(is));
                return;
            }
            if (!oldName.equals(name)) {
                place.say(Kind.TYPE, "type %s is now called %s".formatted(oldName, name));
            }
            definition(place, was, is);
        });
        removed.forEach((name, was) -> at(name).say(Kind.TYPE, "type removed: " + words(was)));
    }

    private Place at(String name) {
        return new Place(found, "type " + new Named(name).shortText(), Optional.empty(), Optional.empty());
    }

    private void definition(Place place, TypeDefinition before, TypeDefinition after) {
        switch (after) {
            case RecordType is when before instanceof RecordType was -> record(place, was, is);
            case EnumType is
            when before instanceof EnumType was -> names(place, "constant", was.constants(), is.constants());
            case FamilyType is
            when before instanceof FamilyType was ->
                names(
                        place,
                        "case",
                        was.cases().stream().map(renaming::typeName).toList(),
                        is.cases());
            case ArtifactType is
            when before instanceof ArtifactType was ->
                place.compare(Kind.TYPE, "artifact of kind", was.kind(), is.kind(), kind -> kind.text());
            case RecordType is -> replaced(place, before, is);
            case EnumType is -> replaced(place, before, is);
            case FamilyType is -> replaced(place, before, is);
            case ArtifactType is -> replaced(place, before, is);
        }
    }

    private void record(Place place, RecordType before, RecordType after) {
        for (Component is : after.components()) {
            before.component(is.name())
                    .map(was -> renaming.of(was.type()))
                    .ifPresentOrElse(
                            was -> {
                                if (!was.equals(is.type())) {
                                    place.say(
                                            Kind.TYPE,
                                            "component %s is %s".formatted(is.name(), InputDiff.types(was, is.type())));
                                }
                            },
                            () -> place.say(
                                    Kind.TYPE,
                                    "component %s added: %s"
                                            .formatted(is.name(), is.type().shortText())));
        }
        for (Component was : before.components()) {
            if (after.component(was.name()).isEmpty()) {
                place.say(
                        Kind.TYPE,
                        "component %s removed: %s"
                                .formatted(was.name(), was.type().shortText()));
            }
        }
        if (before.tagged() != after.tagged()) {
            place.say(
                    Kind.TYPE,
                    after.tagged() ? "now a case of a sealed family" : "no longer a case of a sealed family");
        }
    }

    private static void names(Place place, String what, List<String> before, List<String> after) {
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> place.say(Kind.TYPE, "%s %s added".formatted(what, Types.tag(name))));
        before.stream()
                .filter(name -> !after.contains(name))
                .forEach(name -> place.say(Kind.TYPE, "%s %s removed".formatted(what, Types.tag(name))));
    }

    private static void replaced(Place place, TypeDefinition before, TypeDefinition after) {
        place.say(Kind.TYPE, "%s → %s".formatted(words(before), words(after)));
    }

    private static String words(TypeDefinition definition) {
        return switch (definition) {
            case RecordType record ->
                "record of "
                        + Shown.list(record.components().stream()
                                .map(component -> component.name() + ": "
                                        + component.type().shortText())
                                .toList());
            case EnumType constants -> "enum of " + Shown.list(constants.constants());
            case FamilyType family ->
                "family of "
                        + Shown.list(family.cases().stream().map(Types::tag).toList());
            case ArtifactType artifact -> "artifact of kind " + artifact.kind().text();
        };
    }
}
