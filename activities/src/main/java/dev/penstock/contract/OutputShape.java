package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Under which names a step writes what it yields: those of a record's components, or one for the whole.
 *
 * @param isWhole whether the one name stands for the whole output
 * @param artifacts names that may be those of files or folders, with their types
 * @param plain names that {@code outputs.json} has to have
 */
record OutputShape(boolean isWhole, SortedMap<String, DataType> artifacts, List<String> plain) {

    static OutputShape of(DataType output, Types types) {
        boolean record =
                output instanceof Named named && types.definition(named.name()).orElse(null) instanceof RecordType;
        List<Component> components = record && output instanceof Named named
                ? ((RecordType) types.definition(named.name()).orElseThrow()).components()
                : List.of(new Component(Exchange.RESULT, output));
        ArtifactPlaces places = new ArtifactPlaces(types);
        SortedMap<String, DataType> artifacts = new TreeMap<>();
        List<String> plain = new ArrayList<>();
        for (Component component : components) {
            if (places.isArtifact(component.type())) {
                artifacts.put(component.name(), component.type());
            } else if (!(component.type() instanceof OptionalOf)) {
                plain.add("\"%s\" (%s)"
                        .formatted(component.name(), component.type().shortText()));
            }
        }
        return new OutputShape(!record, artifacts, plain);
    }

    /** The value itself; another name beside that of the whole is a problem. */
    JsonNode value(ObjectNode values, Problems problems) {
        if (!isWhole) {
            return values;
        }
        values.fieldNames().forEachRemaining(name -> {
            if (!name.equals(Exchange.RESULT)) {
                problems.add(
                        Code.UNKNOWN_NAME,
                        name,
                        "The step has no output \"%s\".".formatted(name),
                        "Its only output is called \"%s\".".formatted(Exchange.RESULT));
            }
        });
        JsonNode value = values.path(Exchange.RESULT);
        return value.isMissingNode() ? values.nullNode() : value;
    }
}
