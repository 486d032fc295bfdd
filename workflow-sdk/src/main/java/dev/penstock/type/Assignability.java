package dev.penstock.type;

import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether values of one type can stand for another; no value ever changes, so type arguments may be narrower. */
final class Assignability {

    private final Types types;

    // Types may contain themselves, so what is being asked already is taken to hold.
    private Set<List<Named>> assumed = new HashSet<>();

    Assignability(Types types) {
        this.types = types;
    }

    boolean holds(DataType from, DataType to) {
        if (from.equals(to) || from == Scalar.NOTHING) {
            return true;
        }
        return switch (to) {
            case ListOf list -> from instanceof ListOf other && holds(other.element(), list.element());
            case MapOf map -> from instanceof MapOf other && holds(other.value(), map.value());
            case OptionalOf optional -> from instanceof OptionalOf other && holds(other.value(), optional.value());
            case ArtifactKind kind -> types.kind(from).filter(kind::includes).isPresent();
            case Named named -> from instanceof Named other && named(other, named);
            case Scalar scalar -> false;
        };
    }

    private boolean named(Named from, Named to) {
        Set<List<Named>> before = new HashSet<>(assumed);
        if (from.equals(to) || !assumed.add(List.of(from, to))) {
            return true;
        }
        boolean holds = switch (types.definition(to.name()).orElse(null)) {
            case FamilyType family -> cases(from).stream().allMatch(member -> isAmong(member, family));
            case RecordType record -> raw(from).equals(raw(to)) && components(from, record);
            case null, default -> false;
        };
        if (!holds) {
            assumed = before;
        }
        return holds;
    }

    private boolean isAmong(String member, FamilyType family) {
        return family.cases().contains(member)
                || family.cases().stream().anyMatch(other -> named(new Named(member), new Named(other)));
    }

    private List<String> cases(Named type) {
        return types.definition(type.name()).orElse(null) instanceof FamilyType family
                ? family.cases()
                : List.of(type.name());
    }

    private boolean components(Named from, RecordType to) {
        return types.definition(from.name()).orElse(null) instanceof RecordType record
                && record.components().stream()
                        .map(Component::name)
                        .toList()
                        .equals(to.components().stream().map(Component::name).toList())
                && to.components().stream()
                        .allMatch(needed -> record.component(needed.name())
                                .filter(given -> holds(given.type(), needed.type()))
                                .isPresent());
    }

    private static String raw(Named type) {
        int arguments = type.name().indexOf('<');
        return arguments < 0 ? type.name() : type.name().substring(0, arguments);
    }
}
