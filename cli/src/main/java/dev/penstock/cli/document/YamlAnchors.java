package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;

/** Keeps what has been given an anchor, and counts values so that a few aliases cannot grow into millions. */
final class YamlAnchors {

    private static final int MOST_VALUES = 100_000;

    private final Map<Anchor, Anchored> known = new HashMap<>();
    private final Deque<Integer> begun = new ArrayDeque<>();
    private int values;

    void begin(Place place) {
        begun.push(values);
        count(1, place);
    }

    void end(NodeEvent event, JsonNode json) {
        int size = values - begun.pop();
        event.getAnchor().ifPresent(anchor -> known.put(anchor, new Anchored(json, size)));
    }

    JsonNode get(AliasEvent alias, Place place) {
        Anchored anchored = known.get(alias.getAlias());
        if (anchored == null) {
            throw new YamlRefusal(
                    place,
                    "No finished value before this place has the anchor &%s."
                            .formatted(alias.getAlias().getValue()),
                    "Write the value out.");
        }
        count(anchored.size(), place);
        return anchored.json();
    }

    private void count(int more, Place place) {
        values += more;
        if (values > MOST_VALUES) {
            throw new YamlRefusal(
                    place,
                    "With its aliases the file holds more than %s values.".formatted(MOST_VALUES),
                    "Give large data as a dataset, not as parameters.");
        }
    }

    private record Anchored(JsonNode json, int size) {}
}
