package dev.penstock.type;

import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named types that a graph uses, and the questions one asks of them. */
public record Types(SortedMap<String, TypeDefinition> definitions) {

    public Types {
        definitions = new TreeMap<>(definitions);
    }

    /** The key that tells which case of a sealed family a value is. */
    public static final String TAG = "@type";

    /** The tag of a case: its name without package, enclosing class and type arguments. */
    public static String tag(String name) {
        String raw = name.contains("<") ? name.substring(0, name.indexOf('<')) : name;
        return raw.substring(Math.max(raw.lastIndexOf('.'), raw.lastIndexOf('$')) + 1);
    }

    public Optional<TypeDefinition> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    /** Whether a value of one type can be used where the other is needed. */
    public boolean assignable(DataType from, DataType to) {
        if (from.equals(to) || from == Scalar.NOTHING) {
            return true;
        }
        return switch (to) {
            case ListOf list -> from instanceof ListOf other && assignable(other.element(), list.element());
            case MapOf map -> from instanceof MapOf other && assignable(other.value(), map.value());
            case OptionalOf optional -> from instanceof OptionalOf other && assignable(other.value(), optional.value());
            case ArtifactKind kind -> kindOf(from).filter(kind::includes).isPresent();
            case Named named -> from instanceof Named other && isCase(other.name(), named.name());
            case Scalar scalar -> false;
        };
    }

    /** The type of a record's component, if there is one. */
    public Optional<DataType> component(DataType type, String name) {
        if (type instanceof ArtifactKind || isArtifact(type)) {
            return switch (name) {
                case "uri" -> Optional.of(Scalar.URI);
                case "digest" -> Optional.of(Scalar.STRING);
                default -> Optional.empty();
            };
        }
        return switch (definitionOf(type).orElse(null)) {
            case RecordType record -> record.component(name).map(TypeDefinition.Component::type);
            case FamilyType family -> common(family, name);
            case null, default -> Optional.empty();
        };
    }

    /** A component that every record of a sealed family has, with one type. */
    private Optional<DataType> common(FamilyType family, String name) {
        List<Optional<DataType>> found = family.cases().stream()
                .map(member -> component(new Named(member), name))
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : Optional.empty();
    }

    private boolean isArtifact(DataType type) {
        return kindOf(type).isPresent();
    }

    private Optional<TypeDefinition> definitionOf(DataType type) {
        return type instanceof Named named ? definition(named.name()) : Optional.empty();
    }

    private Optional<ArtifactKind> kindOf(DataType type) {
        if (type instanceof ArtifactKind kind) {
            return Optional.of(kind);
        }
        return definitionOf(type)
                .flatMap(definition ->
                        definition instanceof ArtifactType artifact ? Optional.of(artifact.kind()) : Optional.empty());
    }

    private boolean isCase(String name, String family) {
        return definition(family)
                .filter(definition -> definition instanceof FamilyType sealed
                        && sealed.cases().containsAll(cases(name)))
                .isPresent();
    }

    private List<String> cases(String name) {
        return definition(name).orElse(null) instanceof FamilyType sealed ? sealed.cases() : List.of(name);
    }
}
