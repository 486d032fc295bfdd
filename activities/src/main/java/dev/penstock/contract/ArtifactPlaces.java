package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;

/** Finds the artifacts in a value by its type, and puts something else in their places. */
record ArtifactPlaces(Types types) {

    /** What stands where an artifact stood; the place is such as {@code $.candidates[2].model}. */
    interface Replacement {
        JsonNode of(JsonNode artifact, String place, ArtifactKind kind);
    }

    boolean isArtifact(DataType type) {
        return type instanceof OptionalOf optional
                ? isArtifact(optional.value())
                : types.kind(type).isPresent();
    }

    /** A value that is not of the type stays as it is, where it is not. */
    JsonNode replace(JsonNode json, DataType type, String place, Replacement replacement) {
        if (json.isNull() || json.isMissingNode()) {
            return json;
        }
        return switch (type) {
            case Scalar scalar -> json;
            case ArtifactKind kind -> replacement.of(json, place, kind);
            case OptionalOf optional -> replace(json, optional.value(), place, replacement);
            case ListOf list -> json.isArray() ? list(json, list, place, replacement) : json;
            case MapOf map -> json.isObject() ? map(json, map, place, replacement) : json;
            case Named named -> named(json, named, place, replacement);
        };
    }

    private JsonNode list(JsonNode json, ListOf list, String place, Replacement replacement) {
        ArrayNode replaced = JsonNodeFactory.instance.arrayNode(json.size());
        for (int i = 0; i < json.size(); i++) {
            replaced.add(replace(json.get(i), list.element(), place + "[" + i + "]", replacement));
        }
        return replaced;
    }

    private JsonNode map(JsonNode json, MapOf map, String place, Replacement replacement) {
        ObjectNode replaced = JsonNodeFactory.instance.objectNode();
        json.properties()
                .forEach(entry -> replaced.set(
                        entry.getKey(),
                        replace(entry.getValue(), map.value(), place + "." + entry.getKey(), replacement)));
        return replaced;
    }

    private JsonNode named(JsonNode json, Named named, String place, Replacement replacement) {
        return switch (types.definition(named.name()).orElse(null)) {
            case ArtifactType artifact -> replacement.of(json, place, artifact.kind());
            case RecordType record -> json.isObject() ? record(json, record, place, replacement) : json;
            case FamilyType family -> family(json, family, place, replacement);
            case EnumType constants -> json;
            case null -> json;
        };
    }

    private JsonNode family(JsonNode json, FamilyType family, String place, Replacement replacement) {
        String tag = json.path(Types.TAG).asText();
        for (String member : family.cases()) {
            if (Types.tag(member).equals(tag) && types.definition(member).orElse(null) instanceof RecordType record) {
                return record(json, record, place, replacement);
            }
        }
        return json;
    }

    private JsonNode record(JsonNode json, RecordType record, String place, Replacement replacement) {
        ObjectNode replaced = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(entry -> replaced.set(entry.getKey(), entry.getValue()));
        for (Component component : record.components()) {
            JsonNode value = json.get(component.name());
            if (value != null) {
                String at = place + "." + component.name();
                replaced.set(component.name(), replace(value, component.type(), at, replacement));
            }
        }
        return replaced;
    }
}
