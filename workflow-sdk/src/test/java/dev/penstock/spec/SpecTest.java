package dev.penstock.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.check.Validation;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.sample.SamplePipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A spec is its JSON, and its digest names everything but the places of its code. */
class SpecTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Spec spec = Spec.of(new SamplePipeline());

    @Test
    void survivesTheWayToJsonAndBack() {
        Spec read = Spec.parse(spec.toJson(), "sample.json");

        assertThat(read).isEqualTo(spec);
        assertThat(read.toJson()).isEqualTo(spec.toJson());
        assertThat(read.digest()).isEqualTo(spec.digest());
        assertThat(Validation.of(read)).isEmpty();
    }

    @Test
    void losesNothingButItsSitesWithoutThem() {
        Spec read = Spec.parse(spec.toJsonWithoutSites(), "sample.json");

        assertThat(read.digest()).isEqualTo(spec.digest());
        assertThat(read.pipeline().at()).isEqualTo(Site.UNKNOWN);
        assertThat(spec.toJsonWithoutSites())
                .doesNotContain("SamplePipeline.java")
                .hasSizeLessThan(spec.toJson().length());
    }

    @Test
    void hasAStepOfEveryKind() {
        List<Class<?>> kinds = new ArrayList<>();
        collect(spec.pipeline().graph(), node -> kinds.add(node.getClass()));

        assertThat(kinds).contains(Node.class.getPermittedSubclasses());
    }

    @Test
    void changesItsDigestWithEveryPartButTheSites() throws Exception {
        JsonNode whole = MAPPER.readTree(spec.toJson());
        List<String> changed = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (String pointer : leaves(whole, "")) {
            JsonNode copy = whole.deepCopy();
            change(copy, pointer);
            try {
                (Spec.parse(copy.toString(), "x").digest().equals(spec.digest()) ? same : changed).add(pointer);
            } catch (InvalidInputException e) {
                assertThat(e.problems()).as(pointer).isNotEmpty();
            }
        }

        assertThat(same).isNotEmpty().allMatch(pointer -> pointer.endsWith("/at"));
        assertThat(changed).hasSizeGreaterThan(150).noneMatch(pointer -> pointer.endsWith("/at"));
    }

    private static void collect(Graph graph, Consumer<Node> nodes) {
        for (Node node : graph.nodes()) {
            nodes.accept(node);
            References.bodies(node).forEach(body -> collect(body, nodes));
        }
    }

    private static List<String> leaves(JsonNode json, String pointer) {
        List<String> leaves = new ArrayList<>();
        if (json.isValueNode()) {
            leaves.add(pointer);
        }
        json.properties()
                .forEach(entry -> leaves.addAll(leaves(
                        entry.getValue(),
                        pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"))));
        for (int i = 0; i < json.size() && json.isArray(); i++) {
            leaves.addAll(leaves(json.get(i), pointer + "/" + i));
        }
        return leaves;
    }

    private static void change(JsonNode whole, String pointer) {
        int cut = pointer.lastIndexOf('/');
        String key = pointer.substring(cut + 1).replace("~1", "/").replace("~0", "~");
        JsonNode before = whole.at(pointer);
        JsonNode after = before.isBoolean()
                ? BooleanNode.valueOf(!before.booleanValue())
                : before.isNumber() ? IntNode.valueOf(before.intValue() + 1) : TextNode.valueOf(before.asText() + "x");
        switch (whole.at(pointer.substring(0, cut))) {
            case ObjectNode object -> object.set(key, after);
            case ArrayNode array -> array.set(Integer.parseInt(key), after);
            default -> throw new IllegalStateException(pointer);
        }
    }
}
