package dev.penstock.cache;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A part of a key that is not as it was. */
public record Difference(String part, Optional<JsonNode> before, Optional<JsonNode> now) {

    static List<Difference> between(CacheKey before, CacheKey now) {
        SortedSet<String> names = new TreeSet<>(before.parts().keySet());
        names.addAll(now.parts().keySet());
        List<Difference> all = new ArrayList<>();
        for (String name : names) {
            JsonNode was = before.parts().get(name);
            JsonNode is = now.parts().get(name);
            if (!Objects.equals(was, is)) {
                all.add(new Difference(name, Optional.ofNullable(was), Optional.ofNullable(is)));
            }
        }
        return all;
    }

    /** For people, such as {@code input depth was 3, is 4}. */
    public String words() {
        if (before.isEmpty()) {
            return "%s is new: %s".formatted(part, text(now));
        }
        return now.isEmpty()
                ? "%s is no longer there; it was %s".formatted(part, text(before))
                : "%s was %s, is %s".formatted(part, text(before), text(now));
    }

    private static String text(Optional<JsonNode> json) {
        return json.map(JsonNode::toString).orElse("");
    }
}
