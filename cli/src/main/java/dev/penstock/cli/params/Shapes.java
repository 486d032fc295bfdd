package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which parts of a value can be named. */
record Shapes(Types types) {

    private static final List<Component> REFERENCE =
            List.of(new Component("uri", Scalar.URI), new Component("digest", Scalar.STRING));

    /** The type of a value that is there. */
    static DataType present(DataType type) {
        return type instanceof OptionalOf optional ? present(optional.value()) : type;
    }

    /** The record whose components can be given one by one; a value tells which case of a family it is. */
    Optional<RecordType> record(DataType type, @Nullable JsonNode value) {
        return switch (definition(type).orElse(null)) {
            case null -> Optional.empty();
            case RecordType record -> Optional.of(record);
            case FamilyType family -> member(family, value).flatMap(member -> record(member, value));
            case EnumType constants -> Optional.empty();
            case ArtifactType artifact -> Optional.empty();
        };
    }

    /** The components by which parts can be named, those of artifacts included. */
    List<Component> components(DataType type, @Nullable JsonNode value) {
        return isArtifact(type)
                ? REFERENCE
                : record(type, value).map(RecordType::components).orElse(List.of());
    }

    /** Whether parts of such a value have names. */
    boolean hasParts(DataType type) {
        return switch (present(type)) {
            case Scalar scalar -> false;
            case ListOf list -> false;
            case MapOf map -> true;
            case ArtifactKind kind -> true;
            case OptionalOf optional -> hasParts(optional);
            case Named named -> !(definition(named).orElse(null) instanceof EnumType);
        };
    }

    Optional<FamilyType> family(DataType type) {
        return definition(type).map(found -> found instanceof FamilyType family ? family : null);
    }

    Optional<EnumType> constants(DataType type) {
        return definition(type).map(found -> found instanceof EnumType constants ? constants : null);
    }

    boolean isArtifact(DataType type) {
        return present(type) instanceof ArtifactKind || definition(type).orElse(null) instanceof ArtifactType;
    }

    private Optional<DataType> member(FamilyType family, @Nullable JsonNode value) {
        String tag = value == null ? "" : value.path(Types.TAG).asText();
        return family.cases().stream()
                .filter(name -> Types.tag(name).equals(tag))
                .<DataType>map(Named::new)
                .findFirst();
    }

    private Optional<TypeDefinition> definition(DataType type) {
        return present(type) instanceof Named named ? types.definition(named.name()) : Optional.empty();
    }
}
