package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.cli.document.Document;
import dev.penstock.cli.document.JsonText;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Examples;
import dev.penstock.type.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads the text of an option as the type that is expected: plain where one word is enough, else as JSON. */
record FlagText(String option, Shapes shapes) {

    private static final int MOST_DIGITS = 1000;

    /** The value; text that does not fit the type is left for the check of types to complain about. */
    JsonNode read(String text, DataType type) {
        return switch (type) {
            case OptionalOf optional -> text.equals("null") ? NullNode.instance : read(text, optional.value());
            case Scalar scalar -> scalar(text, scalar);
            case ListOf list -> list(text, list);
            case MapOf map -> json(text, type);
            case ArtifactKind kind -> json(text, type);
            case Named named -> shapes.constants(named).isPresent() ? TextNode.valueOf(text) : json(text, type);
        };
    }

    private JsonNode list(String text, ListOf list) {
        if (text.stripLeading().startsWith("[") || !isWord(list.element())) {
            return json(text, list);
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        if (!text.isBlank()) {
            for (String item : text.split(",", -1)) {
                items.add(read(item.strip(), list.element()));
            }
        }
        return items;
    }

    private boolean isWord(DataType type) {
        return type instanceof Scalar || shapes.constants(type).isPresent();
    }

    private JsonNode scalar(String text, Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN ->
                switch (text) {
                    case "true" -> BooleanNode.TRUE;
                    case "false" -> BooleanNode.FALSE;
                    default -> TextNode.valueOf(text);
                };
            case BYTE, SHORT, INT, LONG, INTEGER, FLOAT, DOUBLE -> number(text.strip());
            case JSON, NOTHING -> json(text, scalar);
            case STRING, DECIMAL, URI, UUID, DURATION, PERIOD, INSTANT, DATE -> TextNode.valueOf(text);
            case TIME, DATETIME, OFFSET_DATETIME, ZONED_DATETIME, YEAR_MONTH, ZONE -> TextNode.valueOf(text);
        };
    }

    private static JsonNode number(String text) {
        if (text.length() > MOST_DIGITS) {
            return TextNode.valueOf(text);
        }
        try {
            return text.matches("[-+]?\\d+")
                    ? JsonNodeFactory.instance.numberNode(new BigInteger(text))
                    : DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(text);
        }
    }

    private JsonNode json(String text, DataType type) {
        Problems problems = new Problems();
        Optional<Document> document = JsonText.read(option, text, problems);
        if (document.isPresent() && problems.none()) {
            return document.get().json();
        }
        throw new InvalidInputException(problems.list().stream()
                .map(problem -> malformed(problem, type))
                .toList());
    }

    private Problem malformed(Problem problem, DataType type) {
        return new Problem(
                Code.MALFORMED,
                problem.where().replaceFirst(":1:(\\d+)$", ", character $1"),
                "A value of type %s is given as JSON. %s".formatted(type.shortText(), problem.message()),
                "Example: " + new Examples(shapes.types()).of(type));
    }
}
