package dev.penstock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.type.CanonicalJson;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * The form of what a container step reads and writes, without the names that only Java knows.
 *
 * <p>Equal forms mean equal files: code that was written for one of them reads the other rightly.
 *
 * @param form canonical JSON: the inputs, the output, and the named types by the number under which both refer to them
 * @param named the names of those types, in the order of their numbers
 */
public record StepTypes(JsonNode form, List<String> named) {

    /** The environment variable that tells a step its types, so that code made for other types can say so. */
    public static final String VARIABLE = "PENSTOCK_TYPES";

    /** Longer ones are told by their digest: all variables together must fit what a process may be given. */
    private static final int LONGEST = 16 * 1024;

    public StepTypes {
        named = List.copyOf(named);
    }

    public static StepTypes of(SortedMap<String, DataType> inputs, DataType output, Types types) {
        return new StructureReading(types).read(inputs, output);
    }

    /** The form as text; code that was made for these types carries it. */
    public String text() {
        return CanonicalJson.compact(form);
    }

    public String digest() {
        return CanonicalJson.digest(form);
    }

    /** The value of the environment variable: the form itself, which lets a step name what differs, or its digest. */
    public String variable() {
        String text = text();
        return text.getBytes(StandardCharsets.UTF_8).length > LONGEST ? digest() : text;
    }
}
