package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from values what a person compares: plain values by dotted names, numbers, artifacts. */
final class Facts {

    /** A longer list is data and no setting. */
    private static final int LONGEST_LIST = 16;

    private Facts() {}

    /** What a run or step was given. */
    static SortedMap<String, String> parameters(JsonNode value) {
        SortedMap<String, String> found = new TreeMap<>();
        parameters("", value, found);
        return found;
    }

    private static void parameters(String name, JsonNode value, SortedMap<String, String> found) {
        if (isArtifact(value) || value.isNull()) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(each -> parameters(below(name, each.getKey()), each.getValue(), found));
        } else if (value.isValueNode()) {
            found.put(name.isEmpty() ? "input" : name, value.asText());
        } else if (value.size() <= LONGEST_LIST && isPlain(value)) {
            found.put(name.isEmpty() ? "input" : name, value.toString());
        }
    }

    private static boolean isPlain(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    /** What a step has measured: the numbers in what it yields. */
    static SortedMap<String, Double> metrics(JsonNode value) {
        SortedMap<String, Double> found = new TreeMap<>();
        metrics("", value, found);
        return found;
    }

    private static void metrics(String name, JsonNode value, SortedMap<String, Double> found) {
        if (value.isObject()) {
            value.properties().forEach(each -> metrics(below(name, each.getKey()), each.getValue(), found));
        } else if (value.isNumber()) {
            found.put(name.isEmpty() ? "result" : name, value.doubleValue());
        } else if (value instanceof TextNode text && isUnusual(text.textValue())) {
            found.put(name.isEmpty() ? "result" : name, Double.valueOf(text.textValue()));
        }
    }

    /** JSON has no such numbers, so they travel as words. */
    private static boolean isUnusual(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    /** The artifacts in a value, by dotted names. */
    static SortedMap<String, Stored> artifacts(JsonNode value) {
        SortedMap<String, Stored> found = new TreeMap<>();
        artifacts("", value, found);
        return found;
    }

    private static void artifacts(String name, JsonNode value, SortedMap<String, Stored> found) {
        if (isArtifact(value)) {
            found.put(
                    name,
                    new Stored(
                            URI.create(value.path("uri").asText()),
                            value.path("digest").asText()));
        } else if (value.isObject()) {
            value.properties().forEach(each -> artifacts(below(name, each.getKey()), each.getValue(), found));
        }
    }

    /** An artifact as a value refers to it. */
    record Stored(URI uri, String digest) {}

    private static boolean isArtifact(JsonNode value) {
        return value.isObject()
                && value.size() == 2
                && value.path("uri").isTextual()
                && value.path("digest").isTextual();
    }

    private static String below(String name, String part) {
        return name.isEmpty() ? part : name + "." + part;
    }
}
