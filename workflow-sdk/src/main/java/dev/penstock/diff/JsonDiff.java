package dev.penstock.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.diff.Change.Kind;
import dev.penstock.spec.Words;
import dev.penstock.type.CanonicalJson;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** Says which parts of a JSON value changed. */
final class JsonDiff {

    private static final int LONGEST = 60;

    private final Place place;
    private final Kind kind;

    JsonDiff(Place place, Kind kind) {
        this.place = place;
        this.kind = kind;
    }

    void compare(String what, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            components(what, before, after);
            return;
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare("%s[%s]".formatted(what, i), before.get(i), after.get(i));
            }
            return;
        }
        place.compare(kind, what, before, after, CanonicalJson::compact);
    }

    private void components(String what, JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        addAll(names, before.fieldNames());
        addAll(names, after.fieldNames());
        for (String name : names) {
            String deeper = what + "." + name;
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (was == null && is != null) {
                place.say(kind, "%s %s added".formatted(deeper, words(is)));
            } else if (was != null && is == null) {
                place.say(kind, "%s %s removed".formatted(deeper, words(was)));
            } else if (was != null && is != null) {
                compare(deeper, was, is);
            }
        }
    }

    private static void addAll(Set<String> into, Iterator<String> names) {
        names.forEachRemaining(into::add);
    }

    static String words(JsonNode json) {
        return Words.shortened(CanonicalJson.compact(json), LONGEST);
    }
}
