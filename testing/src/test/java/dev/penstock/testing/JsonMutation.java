package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;

/** JSON that was a spec before chance had its way with it. */
record JsonMutation(Dice dice) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PLACEHOLDER = "@@PLACEHOLDER@@";
    private static final List<String> KEYS =
            List.of("@type", "name", "nodes", "at", "output", "schema", "value", "unknown", "", "\ud800", "größe");

    String of(JsonNode spec, JsonNode donor) {
        String text = structural(spec.deepCopy(), donor);
        return dice.chance(0.35) ? bytewise(text) : text;
    }

    private String structural(JsonNode tree, JsonNode donor) {
        for (int edits = dice.between(0, 4); edits > 0; edits--) {
            List<Position> positions = Position.all(tree);
            if (positions.isEmpty()) {
                return tree.toString();
            }
            edit(dice.one(positions), positions, donor);
        }
        String text = tree.toString();
        return text.contains(PLACEHOLDER)
                ? text.replace('"' + PLACEHOLDER + '"', monster()).replace(PLACEHOLDER, "x".repeat(100_000))
                : text;
    }

    private void edit(Position position, List<Position> positions, JsonNode donor) {
        switch (dice.below(9)) {
            case 0 -> position.remove();
            case 1 -> duplicate(position);
            case 2, 3 -> position.replace(weird());
            case 4 -> position.replace(dice.one(positions).value().deepCopy());
            case 5 -> position.replace(dice.one(Position.all(donor)).value().deepCopy());
            case 6 -> transplant(position, donor);
            case 7 -> rename(position);
            default -> position.replace(NODES.textNode(PLACEHOLDER));
        }
    }

    private void duplicate(Position position) {
        JsonNode copy = position.value().deepCopy();
        if (position.parent() instanceof ArrayNode array) {
            array.insert(dice.below(array.size() + 1), copy);
        } else if (position.parent() instanceof ObjectNode object) {
            object.set(dice.one(KEYS), copy);
        }
    }

    private void transplant(Position position, JsonNode donor) {
        List<Position> fitting = Position.withKey(Position.all(donor), position.key());
        if (!fitting.isEmpty()) {
            position.replace(dice.one(fitting).value().deepCopy());
        }
    }

    private void rename(Position position) {
        if (position.parent() instanceof ObjectNode object) {
            JsonNode value = position.value();
            position.remove();
            object.set(dice.chance(0.5) ? dice.one(KEYS) : position.key() + "x", value);
        }
    }

    private JsonNode weird() {
        return switch (dice.below(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(dice.chance(0.5));
            case 2 -> NODES.numberNode(BigInteger.TEN.pow(dice.between(1, 990)));
            case 3 -> NODES.numberNode(dice.oneOf(-1.5, 1e308, 0.1, Double.MIN_VALUE));
            case 4 -> NODES.numberNode(dice.oneOf(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case 5 -> NODES.textNode(text());
            case 6 -> NODES.arrayNode().add(text()).add(1);
            case 7 -> NODES.objectNode().put(dice.one(KEYS), text());
            default -> NODES.objectNode();
        };
    }

    private String text() {
        return dice.oneOf(
                new GeneratedTexts(dice).maybeEmpty(),
                "list<".repeat(dice.between(1, 5_000)) + "int" + ">".repeat(dice.between(0, 5_000)),
                "dev.x.Page<".repeat(dice.between(1, 300)) + ">",
                "PT-9223372036854775808S",
                "PT9223372036854775807.999999999S",
                "1E+2147483647",
                "-1E-2147483647",
                "9".repeat(dice.between(1, 2_000)),
                "\ud800 alone",
                "A.java:99999999999999999999",
                ":",
                "a:b:0",
                "RunContainer",
                "Output",
                "none",
                "json",
                "optional<optional<none>>");
    }

    /** Written into the text, since Jackson itself refuses to write what is so deep or wrong. */
    private String monster() {
        int depth = dice.between(1, 3_000);
        return switch (dice.below(10)) {
            case 0 -> "[".repeat(depth) + "]".repeat(depth);
            case 1 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            case 2 ->
                "{\"@type\":\"Get\",\"component\":\"x\",\"of\":".repeat(depth) + "{\"@type\":\"PipelineInput\"}"
                        + "}".repeat(depth);
            case 3 ->
                "{\"@type\":\"Not\",\"test\":".repeat(depth) + "{\"@type\":\"And\",\"tests\":[]}" + "}".repeat(depth);
            case 4 -> "{\"@type\":\"Items\",\"element\":\"int\",\"items\":[".repeat(depth) + "]}".repeat(depth);
            case 5 -> "1e" + dice.between(300, 2_000_000_000);
            case 6 -> "-0." + "0".repeat(depth) + "1";
            case 7 ->
                '"'
                        + dice.oneOf("a", "a.", "$", "<", "list<", "x y", "0", "\\ud800")
                                .repeat(depth * 100)
                        + '"';
            case 8 -> "{" + keys(depth * 10) + "}";
            default -> "[" + "{\"x\":1},".repeat(depth * 10) + "0]";
        };
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append("\"unknown").append(i).append("\":").append(i).append(',');
        }
        return keys.append("\"last\":0").toString();
    }

    private String bytewise(String text) {
        StringBuilder bytes = new StringBuilder(text);
        for (int edits = dice.between(1, 5); edits > 0 && !bytes.isEmpty(); edits--) {
            int at = dice.below(bytes.length());
            int end = Math.min(bytes.length(), at + dice.between(1, 40));
            switch (dice.below(5)) {
                case 0 -> bytes.delete(at, end);
                case 1 -> bytes.insert(at, bytes.substring(at, end));
                case 2 -> bytes.setCharAt(at, (char) dice.below(0x180));
                case 3 ->
                    bytes.insert(at, dice.oneOf("\"", "{", "]", ",", "\\", "\u0000", "\udc00", "null", "1e9", "/*"));
                default -> bytes.setLength(dice.chance(0.1) ? at : bytes.length());
            }
        }
        return bytes.toString();
    }
}
