package dev.penstock.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** Gives each named type a number in the order in which it is met, and describes what stands behind it. */
final class StructureReading {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Types types;
    private final List<String> named = new ArrayList<>();

    StructureReading(Types types) {
        this.types = types;
    }

    StepTypes read(SortedMap<String, DataType> inputs, DataType output) {
        ObjectNode form = NODES.objectNode();
        ObjectNode in = form.putObject("inputs");
        inputs.forEach((name, type) -> in.put(name, text(type)));
        form.put("output", text(output));
        ObjectNode definitions = form.putObject("types");
        // Describing one may meet more.
        for (int i = 0; i < named.size(); i++) {
            definitions.set("#" + i, definition(named.get(i)));
        }
        return new StepTypes(form, named);
    }

    private String text(DataType type) {
        return switch (type) {
            case Scalar scalar -> scalar.text();
            case ArtifactKind kind -> ArtifactKind.ARTIFACT.text();
            case ListOf list -> "list<" + text(list.element()) + ">";
            case MapOf map -> "map<" + text(map.value()) + ">";
            case OptionalOf optional -> "optional<" + text(optional.value()) + ">";
            case Named name -> isArtifact(name) ? ArtifactKind.ARTIFACT.text() : number(name.name());
        };
    }

    private boolean isArtifact(Named name) {
        return types.definition(name.name()).orElse(null) instanceof ArtifactType;
    }

    private String number(String name) {
        int known = named.indexOf(name);
        if (known >= 0) {
            return "#" + known;
        }
        named.add(name);
        return "#" + (named.size() - 1);
    }

    private ObjectNode definition(String name) {
        TypeDefinition definition = types.definition(name)
                .orElseThrow(() -> new IllegalArgumentException("the type %s is not defined".formatted(name)));
        ObjectNode described = NODES.objectNode();
        switch (definition) {
            case RecordType record -> {
                ObjectNode components = described.putObject("record");
                record.components().stream()
                        .sorted(Comparator.comparing(Component::name))
                        .forEach(component -> components.put(component.name(), text(component.type())));
                if (record.tagged()) {
                    described.put("tag", Types.tag(name));
                }
            }
            case EnumType constants -> constants.constants().stream().sorted().forEach(described.putArray("enum")::add);
            case FamilyType family -> {
                ObjectNode cases = described.putObject("family");
                family.cases().stream()
                        .sorted(Comparator.comparing(Types::tag))
                        .forEach(member -> cases.put(Types.tag(member), number(member)));
            }
            case ArtifactType artifact ->
                described.put("artifact", artifact.kind().text());
        }
        return described;
    }
}
