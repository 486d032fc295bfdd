package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks JSON against a data type, reports everything that does not fit, and yields the canonical form. */
public final class Conformance {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_PROBLEMS = 100;
    private static final RecordType REFERENCE =
            new RecordType(List.of(new Component("uri", Scalar.URI), new Component("digest", Scalar.STRING)), false);

    private final Types types;
    private final Examples examples;
    private final UnaryOperator<String> places;
    private final Problems problems;
    private final Empties empties;
    private int reported;

    /** The last two say where a path such as {@code $.depths[2]} stands in the user's input, and who is told. */
    public Conformance(Types types, UnaryOperator<String> places, Problems problems) {
        this(types, places, problems, Empties.WRITTEN);
    }

    public Conformance(Types types, UnaryOperator<String> places, Problems problems, Empties empties) {
        this.types = types;
        this.examples = new Examples(types);
        this.places = places;
        this.problems = problems;
        this.empties = empties;
    }

    /** The canonical form; JSON null in each place where a problem was found. */
    public JsonNode check(JsonNode json, DataType type) {
        return check(json, type, "$");
    }

    private JsonNode check(JsonNode json, DataType type, String path) {
        return switch (type) {
            case Scalar scalar -> scalar(json, scalar, path);
            case ArtifactKind kind -> record(json, REFERENCE, kind, path);
            case OptionalOf optional -> json.isNull() ? json : check(json, optional.value(), path);
            case ListOf list -> list(json, list, path);
            case MapOf map -> map(json, map, path);
            case Named named -> named(json, named, path);
        };
    }

    private JsonNode named(JsonNode json, Named named, String path) {
        TypeDefinition definition = types.definition(named.name()).orElse(null);
        return switch (definition) {
            case null -> {
                report(() -> new Problem(
                        Code.UNKNOWN_REFERENCE,
                        places.apply(path),
                        "The type %s is not defined.".formatted(named.name()),
                        "Write the spec anew from its pipeline."));
                yield NullNode.instance;
            }
            case ArtifactType artifact -> record(json, REFERENCE, named, path);
            case EnumType constants ->
                json.isTextual() && constants.constants().contains(json.textValue())
                        ? json
                        : wrong(json, named, path, Nearest.suggest(json.asText(), constants.constants()));
            case FamilyType family -> family(json, family, named, path);
            case RecordType record -> record(json, record, named, path);
        };
    }

    private JsonNode family(JsonNode json, FamilyType family, Named named, String path) {
        String tag = json.path(Types.TAG).asText();
        for (String member : family.cases()) {
            // A family is never a case of one; a spec from a stranger may say so and lead us in circles.
            if (Types.tag(member).equals(tag) && types.definition(member).orElse(null) instanceof RecordType) {
                return check(json, new Named(member), path);
            }
        }
        String tags = String.join(", ", family.cases().stream().map(Types::tag).toList());
        return wrong(json, named, path, "Say which with \"%s\": one of %s.".formatted(Types.TAG, tags));
    }

    private JsonNode scalar(JsonNode json, Scalar scalar, String path) {
        try {
            return scalar.canonical(json);
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage() == null ? "" : " (%s)".formatted(e.getMessage());
            return wrong(json, scalar, path, "Example: %s%s".formatted(scalar.example(), reason));
        }
    }

    private JsonNode list(JsonNode json, ListOf list, String path) {
        if (!json.isArray()) {
            return wrong(json, list, path, null);
        }
        ArrayNode checked = NODES.arrayNode(json.size());
        for (int i = 0; i < json.size(); i++) {
            checked.add(check(json.get(i), list.element(), path + "[" + i + "]"));
        }
        return checked;
    }

    private JsonNode map(JsonNode json, MapOf map, String path) {
        if (!json.isObject()) {
            return wrong(json, map, path, null);
        }
        ObjectNode checked = NODES.objectNode();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            checked.set(entry.getKey(), check(entry.getValue(), map.value(), path + "." + entry.getKey()));
        }
        return checked;
    }

    private JsonNode record(JsonNode json, RecordType record, DataType type, String path) {
        if (!json.isObject()) {
            return wrong(json, type, path, null);
        }
        List<String> names = record.components().stream().map(Component::name).toList();
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name) && !(record.tagged() && name.equals(Types.TAG))) {
                report(() -> new Problem(
                        Code.UNKNOWN_NAME,
                        places.apply(path + "." + name),
                        "%s has no component \"%s\".".formatted(type.shortText(), name),
                        Nearest.suggest(name, names)));
            }
        });
        ObjectNode checked = NODES.objectNode();
        if (record.tagged()) {
            JsonNode tag = json.path(Types.TAG);
            if (!tag.isMissingNode() && !tag.asText().equals(Types.tag(type.text()))) {
                return wrong(
                        json, type, path, "Its \"%s\" must be \"%s\".".formatted(Types.TAG, Types.tag(type.text())));
            }
            checked.put(Types.TAG, Types.tag(type.text()));
        }
        for (Component component : record.components()) {
            component(json, component, path, checked);
        }
        return checked;
    }

    private void component(JsonNode json, Component component, String path, ObjectNode checked) {
        JsonNode value = json.get(component.name());
        String at = path + "." + component.name();
        boolean absent = value == null || value.isNull();
        if (absent && empties.mayBeAbsent(component.type())) {
            return;
        }
        if (value == null || (value.isNull() && component.type() != Scalar.JSON)) {
            report(() -> new Problem(
                    Code.MISSING_VALUE,
                    places.apply(at),
                    "\"%s\" is missing; it is needed and of type %s."
                            .formatted(component.name(), component.type().shortText()),
                    "Example: " + examples.of(component.type())));
            return;
        }
        checked.set(component.name(), check(value, component.type(), at));
    }

    private JsonNode wrong(JsonNode json, DataType expected, String path, @Nullable String remedy) {
        report(() -> new Problem(
                Code.WRONG_TYPE,
                places.apply(path),
                "Expected %s, got %s.".formatted(expected.shortText(), described(json)),
                remedy == null ? "Example: " + examples.of(expected) : remedy));
        return NullNode.instance;
    }

    /** After many problems nobody reads on, and describing each would take longer than finding it. */
    private void report(Supplier<Problem> problem) {
        reported++;
        if (reported <= MOST_PROBLEMS) {
            problems.add(problem.get());
        } else if (reported == MOST_PROBLEMS + 1) {
            Problem next = problem.get();
            problems.add(
                    next.code(), next.where(), "There are more problems.", "Mend the first " + MOST_PROBLEMS + ".");
        }
    }

    private static String described(JsonNode json) {
        String text = json.toString();
        String shown = text.length() > 60 ? text.substring(0, 57) + "…" : text;
        return switch (json.getNodeType()) {
            case STRING -> "the text " + shown;
            case NUMBER -> "the number " + shown;
            case BOOLEAN -> shown;
            case NULL, MISSING -> "nothing";
            case ARRAY -> "the list " + shown;
            default -> "the object " + shown;
        };
    }
}
