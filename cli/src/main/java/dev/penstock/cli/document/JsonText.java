package dev.penstock.cli.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads one JSON value. */
public final class JsonText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Parts parts;

    private JsonText(JsonParser parser, Parts parts) {
        this.parser = parser;
        this.parts = parts;
    }

    /** The document, unless its form is wrong. */
    public static Optional<Document> read(String name, String text, Problems problems) {
        Parts parts = new Parts(name, problems);
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return new JsonText(parser, parts).document();
        } catch (JsonProcessingException e) {
            String sentence = e.getOriginalMessage()
                    .replaceAll(" \\(start marker at \\[.*line: (\\d+), column: (\\d+)]\\)", ", opened at $1:$2");
            parts.problem(
                    e.getLocation() == null ? null : place(e.getLocation()),
                    "This is not JSON: %s.".formatted(sentence),
                    "Mend the JSON there.");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Document> document() throws IOException {
        if (parser.nextToken() == null) {
            parts.problem(null, "There is nothing in it.", "Write a JSON value, such as {\"name\": \"value\"}.");
            return Optional.empty();
        }
        JsonNode json = value("$");
        if (parser.nextToken() != null) {
            parts.problem(here(), "Something follows after the end of the JSON value.", "Keep one value.");
        }
        return Optional.of(parts.with(json));
    }

    private JsonNode value(String path) throws IOException {
        parts.value(path, here());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            default -> throw new IllegalStateException("not a value: " + parser.currentToken());
        };
    }

    private ObjectNode object(String path) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parts.key(object, name, path + "." + name, here());
            parser.nextToken();
            object.set(name, value(path + "." + name));
        }
        return object;
    }

    private ArrayNode array(String path) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(path + "[" + array.size() + "]"));
        }
        return array;
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(JsonLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }
}
