package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.spec.Spec;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Map;

/**
 * Makes specs fit for a comparison of runs: nothing in them depends on how long something takes, loops are short, and no
 * two functions have one name.
 */
final class RunnableSpec {

    private static final List<String> OF_TIME = List.of("Timeout", "Within");
    private static final List<String> READS = List.of("Output", "Item", "State");
    private static final int MOST_PASSES = 3;

    private int pipelines;

    private RunnableSpec() {}

    static Spec of(Spec spec) {
        JsonNode tree = spec.toTree();
        new RunnableSpec().pipeline((ObjectNode) tree.get("pipeline"));
        return Spec.parse(tree.toString(), "a generated spec");
    }

    private void pipeline(ObjectNode pipeline) {
        int number = pipelines++;
        if (pipeline.get("settings") instanceof ObjectNode settings) {
            settings.remove("timeout");
        }
        for (Map.Entry<String, JsonNode> entry : pipeline.properties()) {
            if (!entry.getKey().equals("defaults")) {
                inside(entry.getValue(), number == 0 ? "" : "-p" + number);
            }
        }
    }

    private void inside(JsonNode json, String suffix) {
        if (json instanceof ObjectNode object) {
            part(object, suffix);
        } else {
            json.forEach(part -> inside(part, suffix));
        }
    }

    private void part(ObjectNode object, String suffix) {
        String type = object.path(Types.TAG).asText();
        if (type.equals("Constant")) {
            return;
        }
        if (READS.contains(type)) {
            object.put("step", object.get("step").asText() + suffix);
        }
        if (object.has("name") && object.has("at") && object.has(Types.TAG)) {
            step(object, suffix);
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equals("pipeline")) {
                pipeline((ObjectNode) entry.getValue());
            } else {
                inside(entry.getValue(), suffix);
            }
        }
    }

    private static void step(ObjectNode step, String suffix) {
        step.put("name", step.get("name").asText() + suffix);
        if (step.get("after") instanceof ArrayNode after) {
            for (int i = 0; i < after.size(); i++) {
                after.set(i, TextNode.valueOf(after.get(i).asText() + suffix));
            }
        }
        if (step.get("settings") instanceof ArrayNode settings) {
            for (int i = settings.size() - 1; i >= 0; i--) {
                if (OF_TIME.contains(settings.get(i).path(Types.TAG).asText())) {
                    settings.remove(i);
                }
            }
        }
        if (step.path("atMost").isInt()) {
            step.put("atMost", Math.min(MOST_PASSES, step.get("atMost").asInt()));
        }
    }
}
