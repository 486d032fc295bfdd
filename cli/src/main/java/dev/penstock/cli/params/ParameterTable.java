package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what a pipeline can be given, component by component. */
record ParameterTable(Shapes shapes, Overlay overlay) {

    private static final int DEEPEST = 4;

    List<Parameter> of(DataType type, JsonNode value) {
        List<Parameter> rows = new ArrayList<>();
        collect(type, value, "$", 0, rows);
        return rows;
    }

    private void collect(DataType type, JsonNode value, String path, int depth, List<Parameter> rows) {
        boolean absent = value.isMissingNode() || value.isNull();
        boolean open = depth < DEEPEST && !(absent && type instanceof OptionalOf);
        Optional<RecordType> record = shapes.record(type, value).filter(found -> open);
        if (record.isEmpty()) {
            rows.add(row(type, value, path, absent));
            return;
        }
        if (shapes.family(type).isPresent()) {
            rows.add(row(type, value.path(Types.TAG), path + "." + Types.TAG, !value.has(Types.TAG)));
        }
        for (Component component : record.get().components()) {
            String name = component.name();
            collect(component.type(), value.path(name), path + "." + name, depth + 1, rows);
        }
    }

    private Parameter row(DataType type, JsonNode value, String path, boolean absent) {
        return new Parameter(
                path.equals("$") ? "input" : path.substring(2),
                choices(type).orElse(type.shortText()),
                absent && !(type instanceof OptionalOf),
                absent ? Optional.empty() : Optional.of(value),
                absent ? Optional.empty() : Optional.of(overlay.origin(path).brief(path)));
    }

    /** What can be written where there is a choice: constants of an enum, forms of a sealed family. */
    private Optional<String> choices(DataType type) {
        Optional<List<String>> forms = shapes.family(type)
                .map(family -> family.cases().stream().map(Types::tag).toList());
        return shapes.constants(type).map(EnumType::constants).or(() -> forms).map(words -> String.join("|", words));
    }
}
