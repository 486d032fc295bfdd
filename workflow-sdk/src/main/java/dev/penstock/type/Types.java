package dev.penstock.type;

import dev.penstock.type.DataType.Named;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named types that a graph uses, and the questions one asks of them. */
public record Types(SortedMap<String, TypeDefinition> definitions) {

    public Types {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
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

    /** Only the definitions that values of these types need. */
    public Types neededBy(Collection<DataType> used) {
        SortedMap<String, TypeDefinition> needed = new TreeMap<>();
        used.forEach(type -> collect(type, needed));
        return new Types(needed);
    }

    private void collect(DataType type, SortedMap<String, TypeDefinition> needed) {
        switch (type) {
            case Scalar scalar -> {}
            case ArtifactKind kind -> {}
            case DataType.ListOf list -> collect(list.element(), needed);
            case DataType.MapOf map -> collect(map.value(), needed);
            case DataType.OptionalOf optional -> collect(optional.value(), needed);
            case Named named -> {
                TypeDefinition definition = definitions.get(named.name());
                if (definition != null && needed.putIfAbsent(named.name(), definition) == null) {
                    parts(definition).forEach(part -> collect(part, needed));
                }
            }
        }
    }

    private static List<DataType> parts(TypeDefinition definition) {
        return switch (definition) {
            case RecordType record ->
                record.components().stream().map(TypeDefinition.Component::type).toList();
            case FamilyType family ->
                family.cases().stream()
                        .map(Named::new)
                        .map(DataType.class::cast)
                        .toList();
            case TypeDefinition.EnumType constants -> List.of();
            case TypeDefinition.ArtifactType artifact -> List.of();
        };
    }

    /** Whether a value of one type can be used where the other is needed. */
    public boolean assignable(DataType from, DataType to) {
        return new Assignability(this).holds(from, to);
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
        return kind(type).isPresent();
    }

    private Optional<TypeDefinition> definitionOf(DataType type) {
        return type instanceof Named named ? definition(named.name()) : Optional.empty();
    }

    /** The kind of an artifact; nothing for all that is none. */
    public Optional<ArtifactKind> kind(DataType type) {
        if (type instanceof ArtifactKind kind) {
            return Optional.of(kind);
        }
        return definitionOf(type)
                .flatMap(definition ->
                        definition instanceof ArtifactType artifact ? Optional.of(artifact.kind()) : Optional.empty());
    }
}
