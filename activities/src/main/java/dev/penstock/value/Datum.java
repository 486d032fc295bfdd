package dev.penstock.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value as JSON; bytes that only pass through are never parsed, and JSON is written once. */
public final class Datum {

    // Values were checked where they were made; the limits of the parser are for texts of strangers.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    // The usual pool is one per thread, and here threads live for one step.
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .build();

    private byte @Nullable [] bytes;
    private @Nullable JsonNode json;

    private Datum(byte @Nullable [] bytes, @Nullable JsonNode json) {
        this.bytes = bytes;
        this.json = json;
    }

    public static Datum of(JsonNode json) {
        return new Datum(null, json);
    }

    /** A value from the bytes of its JSON, which the caller leaves unchanged from now on. */
    public static Datum parse(byte[] bytes) {
        return new Datum(bytes, null);
    }

    public JsonNode json() {
        JsonNode known = json;
        if (known != null) {
            return known;
        }
        try {
            JsonNode parsed = MAPPER.readTree(bytes());
            json = parsed;
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException("a value is no JSON: " + e.getMessage(), e);
        }
    }

    /** UTF-8; not to be changed. */
    public byte[] bytes() {
        byte[] known = bytes;
        if (known != null) {
            return known;
        }
        try {
            byte[] written = MAPPER.writeValueAsBytes(json);
            bytes = written;
            return written;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        return bytes().length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Datum datum && (Arrays.equals(bytes(), datum.bytes()) || json().equals(datum.json()));
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    /** The JSON itself. */
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
