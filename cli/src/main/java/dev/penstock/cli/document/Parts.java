package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a document that is being read, and what is wrong with them. */
final class Parts {

    private final String document;
    private final Problems problems;
    private final Map<String, Place> values = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();

    Parts(String document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void value(String path, Place place) {
        values.putIfAbsent(path, place);
    }

    /** Takes note of a key; one that is there already is a problem. */
    void key(ObjectNode object, String name, String path, Place place) {
        Place first = keys.putIfAbsent(path, place);
        if (object.has(name) && first != null) {
            problem(
                    place,
                    "\"%s\" is given twice, first in line %s.".formatted(name, first.line()),
                    "Keep one of the two.");
        }
    }

    void problem(@Nullable Place place, String message, String remedy) {
        problems.add(Code.MALFORMED, place == null ? document : place.in(document), message, remedy);
    }

    Document with(JsonNode json) {
        return new Document(document, json, values, keys);
    }
}
