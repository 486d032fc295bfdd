package dev.penstock.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.type.Conformance;
import dev.penstock.type.Empties;
import dev.penstock.type.RefusedValueException;
import java.math.BigInteger;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads a spec from text and reports everything that is wrong with its form. */
final class SpecReader {

    // Reading is recursive and must not exhaust the stack of a small thread; a body in a body adds four levels.
    private static final int DEEPEST = 300;
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String REMEDY = "Write the spec anew: penstock plan PIPELINE --write-spec FILE.";

    private final String where;

    SpecReader(String where) {
        this.where = where;
    }

    Spec read(String text) {
        JsonNode json = parse(text);
        refuseLossy(json);
        refuseOtherSchema(json.path("schema"));
        Problems problems = new Problems();
        JsonNode checked = new Conformance(SpecJson.TYPES, path -> where + " at " + path, problems, Empties.LEFT_OUT)
                .check(json, SpecJson.TYPE);
        problems.throwIfAny();
        try {
            return SpecJson.read(checked);
        } catch (RefusedValueException e) {
            throw new InvalidInputException(
                    Code.MALFORMED,
                    where + " at " + e.path(),
                    "This is not a spec: %s.".formatted(e.getMessage()),
                    REMEDY);
        }
    }

    private JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? where
                    : "%s:%s:%s"
                            .formatted(
                                    where,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr());
            throw new InvalidInputException(
                    Code.MALFORMED, place, "This cannot be read as JSON: %s.".formatted(sentence(e)), REMEDY);
        }
    }

    /** Jackson's words without those about Jackson. */
    private static String sentence(JsonProcessingException e) {
        return e.getOriginalMessage()
                .replaceAll(" \\(start marker at \\[.*line: (\\d+), column: (\\d+)]\\)", ", opened at $1:$2")
                .replaceAll("^Trailing token .*", "something follows after its end")
                .replaceAll(", from `[^`]*`", "");
    }

    private void refuseLossy(JsonNode json) {
        lossy(json, StandardCharsets.UTF_8.newEncoder()).ifPresent(path -> {
            throw new InvalidInputException(
                    Code.MALFORMED,
                    where + " at $" + path,
                    "This number is too large, or this text holds half of a character.",
                    "Mend it: it could not be written again as it was read.");
        });
    }

    /** The path of the first value that cannot be written as it was read. */
    private static Optional<String> lossy(JsonNode json, CharsetEncoder encoder) {
        if ((json.isDouble() && !Double.isFinite(json.doubleValue()))
                || (json.isTextual() && !encoder.canEncode(json.textValue()))) {
            return Optional.of("");
        }
        for (int i = 0; i < json.size() && json.isArray(); i++) {
            Optional<String> found = lossy(json.get(i), encoder);
            if (found.isPresent()) {
                return Optional.of("[" + i + "]" + found.get());
            }
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Optional<String> found =
                    encoder.canEncode(entry.getKey()) ? lossy(entry.getValue(), encoder) : Optional.of("");
            if (found.isPresent()) {
                return Optional.of("." + entry.getKey() + found.get());
            }
        }
        return Optional.empty();
    }

    private void refuseOtherSchema(JsonNode schema) {
        int order = schema.isIntegralNumber() ? schema.bigIntegerValue().compareTo(BigInteger.valueOf(Spec.SCHEMA)) : 0;
        if (order > 0) {
            throw new InvalidInputException(
                    Code.NEWER_SCHEMA,
                    where,
                    "This spec has schema version %s; this Penstock reads up to %s.".formatted(schema, Spec.SCHEMA),
                    "Use the version of Penstock that wrote it, or a newer one.");
        }
        if (order < 0 && schema.intValue() < 1) {
            throw new InvalidInputException(
                    Code.MALFORMED, where, "There never was a schema version %s.".formatted(schema), REMEDY);
        }
    }
}
