package dev.penstock.pipelines.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.type.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A suite of Great Expectations as its own JSON: {@code {"expectations": [{"type", "kwargs", "severity"}]}}.
 *
 * <p>It is part of the spec, so that a change of what is expected shows where changes of the pipeline show.
 */
public record Suite(String json) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Keeps the canonical text, so that a suite which is only laid out anew is the same suite. */
    public Suite {
        json = CanonicalJson.compact(parse(json));
    }

    /** The suite in a resource that stands beside a class, such as {@code iris.suite.json}. */
    public static Suite beside(Class<?> type, String resource) {
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "There is no resource \"%s\" beside %s.".formatted(resource, type.getName()));
            }
            return new Suite(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        JsonNode suite;
        try {
            suite = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The suite is not JSON: " + e.getOriginalMessage(), e);
        }
        JsonNode expectations = suite.path("expectations");
        if (!expectations.isArray() || expectations.isEmpty()) {
            throw new IllegalArgumentException("The suite has no list \"expectations\" with something in it.");
        }
        for (JsonNode expectation : expectations) {
            if (!expectation.path("type").isTextual()
                    || !expectation.path("kwargs").isObject()) {
                throw new IllegalArgumentException(
                        "An expectation needs \"type\" and \"kwargs\": " + CanonicalJson.compact(expectation));
            }
        }
        return suite;
    }
}
