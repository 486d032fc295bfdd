package dev.penstock.cli.stubs;

import static java.util.stream.Collectors.joining;

import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** Says in Python what a type is: named types by the names that they were given. */
record PythonTypes(Types types, Map<String, String> names) {

    /** Gives each type a name: its own, with those of its type arguments. */
    static PythonTypes of(Types types, SortedSet<String> used, PythonNames module) {
        Map<String, String> names = new TreeMap<>();
        used.forEach(name -> names.put(name, module.claim(simple(name))));
        return new PythonTypes(types, names);
    }

    Collection<String> all() {
        return names.values();
    }

    String name(String type) {
        return names.getOrDefault(type, "Any");
    }

    String annotation(DataType type) {
        return switch (type) {
            case Scalar scalar -> scalar(scalar);
            case ArtifactKind kind -> "Path";
            case ListOf list -> "List[" + annotation(list.element()) + "]";
            case MapOf map -> "Dict[str, " + annotation(map.value()) + "]";
            case OptionalOf optional -> "Optional[" + annotation(optional.value()) + "]";
            case Named named ->
                types.definition(named.name()).orElse(null) instanceof ArtifactType ? "Path" : name(named.name());
        };
    }

    private static String scalar(Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN -> "bool";
            case BYTE, SHORT, INT, LONG, INTEGER -> "int";
            case FLOAT, DOUBLE -> "float";
            case JSON, NOTHING -> "Any";
            case STRING,
                    DECIMAL,
                    URI,
                    UUID,
                    DURATION,
                    PERIOD,
                    INSTANT,
                    DATE,
                    TIME,
                    DATETIME,
                    OFFSET_DATETIME,
                    ZONED_DATETIME,
                    YEAR_MONTH,
                    ZONE -> "str";
        };
    }

    /** Such as {@code ApprovedVersion} of {@code Approved<IrisPipeline$Version>}. */
    private static String simple(String name) {
        return Arrays.stream(name.split("[<>,]"))
                .filter(part -> !part.isBlank())
                .map(part -> part.substring(Math.max(part.lastIndexOf('.'), part.lastIndexOf('$')) + 1))
                .map(part -> part.isEmpty() ? "x" : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(joining());
    }
}
