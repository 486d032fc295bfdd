package dev.penstock.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** Reads a spec from text and reports everything that is wrong with its form. */
final class SpecReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
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
        refuseNewer(json.path("schema"));
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
                    Code.MALFORMED, place, "This is not JSON: %s.".formatted(e.getOriginalMessage()), REMEDY);
        }
    }

    private void refuseNewer(JsonNode schema) {
        if (schema.canConvertToInt() && schema.intValue() > Spec.SCHEMA) {
            throw new InvalidInputException(
                    Code.NEWER_SCHEMA,
                    where,
                    "This spec has schema version %s; this Penstock reads up to %s."
                            .formatted(schema.intValue(), Spec.SCHEMA),
                    "Use the version of Penstock that wrote it, or a newer one.");
        }
    }
}
