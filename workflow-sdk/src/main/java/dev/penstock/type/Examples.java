package dev.penstock.type;

import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an example value of a type, for people who have to write one. */
public final class Examples {

    private static final int DEEPEST = 4;

    private final Types types;

    public Examples(Types types) {
        this.types = types;
    }

    public String of(DataType type) {
        return of(type, List.of()).orElse("…");
    }

    /** Nothing for a type that is being written already: a list of it is shown empty instead. */
    private Optional<String> of(DataType type, List<Named> open) {
        return switch (type) {
            case Scalar scalar -> Optional.of(scalar.example().replaceAll(" or .*", ""));
            case ArtifactKind kind -> Optional.of("{\"uri\": \"s3://bucket/path\", \"digest\": \"sha256:…\"}");
            case ListOf list -> Optional.of("[" + of(list.element(), open).orElse("") + "]");
            case MapOf map ->
                Optional.of("{" + of(map.value(), open).map("\"key\": "::concat).orElse("") + "}");
            case OptionalOf optional -> of(optional.value(), open);
            case Named named -> open.contains(named) ? Optional.empty() : named(named, open);
        };
    }

    private Optional<String> named(Named named, List<Named> open) {
        if (open.size() > DEEPEST) {
            return Optional.of("{…}");
        }
        List<Named> inside = Stream.concat(open.stream(), Stream.of(named)).toList();
        return types.definition(named.name()).flatMap(definition -> switch (definition) {
            case ArtifactType artifact -> of(artifact.kind(), inside);
            case EnumType constants ->
                constants.constants().stream().findFirst().map("\"%s\""::formatted);
            case FamilyType family ->
                family.cases().stream()
                        .flatMap(member -> of(new Named(member), inside).stream())
                        .findFirst();
            case RecordType record -> record(named, record, inside);
        });
    }

    private Optional<String> record(Named named, RecordType record, List<Named> inside) {
        List<String> parts = new ArrayList<>();
        if (record.tagged()) {
            parts.add("\"%s\": \"%s\"".formatted(Types.TAG, Types.tag(named.name())));
        }
        for (TypeDefinition.Component component : record.components()) {
            if (!(component.type() instanceof OptionalOf)) {
                Optional<String> example = of(component.type(), inside);
                if (example.isEmpty()) {
                    return example;
                }
                parts.add("\"%s\": %s".formatted(component.name(), example.get()));
            }
        }
        return Optional.of("{" + String.join(", ", parts) + "}");
    }
}
