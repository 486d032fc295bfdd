package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Takes plain text as keys of a mapping and refuses the rest of what YAML allows. */
final class YamlKeys {

    private final Parts parts;

    YamlKeys(Parts parts) {
        this.parts = parts;
    }

    /** The name that a key is; a problem instead if it is none. */
    Optional<String> name(Event event) {
        Place place = YamlMarks.start(event);
        if (!(event instanceof ScalarEvent scalar)) {
            parts.problem(place, "A key must be a plain text.", "Write a name before the colon.");
            return Optional.empty();
        }
        String text = scalar.getValue();
        if (scalar.isPlain() && text.equals("<<")) {
            parts.problem(place, "YAML 1.2 knows no merge key \"<<\".", "Write the values out.");
            return Optional.empty();
        }
        if (YamlScalars.json(scalar).filter(JsonNode::isTextual).isEmpty()) {
            parts.problem(
                    place,
                    text.isEmpty() ? "A key is missing." : "The key %s is not a text.".formatted(text),
                    text.isEmpty() ? "Write a name before the colon." : "Put it in quotes: \"%s\".".formatted(text));
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
