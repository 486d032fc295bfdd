package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One place in a JSON tree, where a value can be replaced or taken away; {@code step} is the innermost step around it. */
record Position(JsonNode parent, String key, int index, String step) {

    static List<Position> all(JsonNode root) {
        List<Position> all = new ArrayList<>();
        collect(root, "", "", all);
        return all;
    }

    /** The name of the component, or of the list in which the item stands. */
    static List<Position> withKey(List<Position> positions, String key) {
        return positions.stream().filter(position -> position.key().equals(key)).toList();
    }

    JsonNode value() {
        return isItem() ? parent.get(index) : parent.get(key);
    }

    boolean isItem() {
        return parent.isArray();
    }

    void replace(JsonNode value) {
        if (isItem()) {
            ((ArrayNode) parent).set(index, value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }

    void remove() {
        if (isItem()) {
            ((ArrayNode) parent).remove(index);
        } else {
            ((ObjectNode) parent).remove(key);
        }
    }

    private static void collect(JsonNode node, String key, String step, List<Position> into) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode item = node.get(i);
                String inside = key.equals("nodes") ? item.path("name").asText() : step;
                into.add(new Position(node, key, i, inside));
                collect(item, key, inside, into);
            }
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            into.add(new Position(node, entry.getKey(), -1, step));
            collect(entry.getValue(), entry.getKey(), step, into);
        }
    }
}
