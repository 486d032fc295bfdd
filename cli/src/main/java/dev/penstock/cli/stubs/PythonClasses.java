package dev.penstock.cli.stubs;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a dataclass for a record, an enum for an enum, and a union for a sealed family. */
record PythonClasses(PythonTypes types) {

    /** The definition of a named type; an artifact needs none. */
    Optional<String> definition(String type) {
        String name = types.name(type);
        return switch (types.types().definition(type).orElseThrow()) {
            case RecordType record -> Optional.of(dataclass(name, record.components()));
            case EnumType constants -> Optional.of(constants(name, constants.constants()));
            case FamilyType family ->
                Optional.of(family.cases().stream()
                        .map(member -> "\"" + types.name(member) + "\"")
                        .collect(joining(", ", name + " = Union[", "]\n")));
            case ArtifactType artifact -> Optional.empty();
        };
    }

    String dataclass(String name, List<Component> components) {
        StringBuilder text = new StringBuilder("@dataclass(frozen=True)\nclass ")
                .append(name)
                .append(":\n");
        if (components.isEmpty()) {
            return text.append("    pass\n").toString();
        }
        PythonNames fields = PythonNames.ofFields(types.all());
        List<String> needed = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (Component component : components) {
            boolean mayBeAbsent = component.type() instanceof OptionalOf;
            (mayBeAbsent ? optional : needed).add(field(fields.claim(component.name()), component));
        }
        // A field with a default cannot stand before one without.
        needed.forEach(text::append);
        optional.forEach(text::append);
        return text.toString();
    }

    private String field(String name, Component component) {
        DataType type = component.type();
        boolean mayBeAbsent = type instanceof OptionalOf;
        String meta =
                name.equals(component.name()) ? "" : "metadata={\"json\": %s}".formatted(literal(component.name()));
        String value;
        if (meta.isEmpty()) {
            value = mayBeAbsent ? " = None" : "";
        } else {
            value = " = field(%s%s)".formatted(mayBeAbsent ? "default=None, " : "", meta);
        }
        return "    %s: %s%s\n".formatted(name, types.annotation(type), value);
    }

    private static String constants(String name, List<String> constants) {
        PythonNames names = PythonNames.ofConstants();
        return constants.stream()
                .map(constant -> "    %s = %s\n".formatted(names.claim(constant), literal(constant)))
                .collect(joining("", "class " + name + "(Enum):\n", constants.isEmpty() ? "    pass\n" : ""));
    }

    /** What JSON writes for a text is what Python reads. */
    static String literal(String text) {
        return text.matches("[^'\\\\\\p{Cntrl}]*\"[^'\\\\\\p{Cntrl}]*")
                ? "'" + text + "'"
                : TextNode.valueOf(text).toString();
    }
}
