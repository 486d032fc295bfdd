package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Knows what a scalar of YAML 1.2 is in JSON. */
final class YamlScalars {

    private static final int MOST_DIGITS = 1000;

    private YamlScalars() {}

    /** The JSON value, unless the scalar has a tag that JSON has no value for. */
    static Optional<JsonNode> json(ScalarEvent scalar) {
        String text = scalar.getValue();
        return switch (tag(scalar)) {
            // A merge key that stands as a value is only a text.
            case "str", "merge" -> Optional.of(TextNode.valueOf(text));
            case "null" -> Optional.of(NullNode.instance);
            case "bool" -> Optional.of(BooleanNode.valueOf(text.equalsIgnoreCase("true")));
            case "int", "float" -> Optional.of(number(text));
            default -> Optional.empty();
        };
    }

    private static String tag(ScalarEvent scalar) {
        Tag tag = scalar.getTag()
                .filter(given -> !given.equals("!"))
                .map(Tag::new)
                .orElseGet(() -> new CoreSchema()
                        .getScalarResolver()
                        .resolve(scalar.getValue(), scalar.getImplicit().canOmitTagInPlainScalar()));
        return tag.getValue().startsWith(Tag.PREFIX) ? tag.getValue().substring(Tag.PREFIX.length()) : tag.getValue();
    }

    /** A number that is too long to be meant stays text, and so does one under a tag that lies. */
    private static JsonNode number(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.endsWith(".nan")) {
            return TextNode.valueOf("NaN");
        }
        if (plain.endsWith(".inf")) {
            return TextNode.valueOf(plain.startsWith("-") ? "-Infinity" : "Infinity");
        }
        if (plain.length() > MOST_DIGITS) {
            return TextNode.valueOf(text);
        }
        try {
            if (plain.startsWith("0x")) {
                return integer(new BigInteger(plain.substring(2), 16));
            }
            if (plain.startsWith("0o")) {
                return integer(new BigInteger(plain.substring(2), 8));
            }
            BigDecimal decimal = new BigDecimal(plain);
            return plain.matches("[-+]?\\d+") ? integer(decimal.toBigIntegerExact()) : DecimalNode.valueOf(decimal);
        } catch (NumberFormatException e) {
            return TextNode.valueOf(text);
        }
    }

    private static JsonNode integer(BigInteger value) {
        return JsonNodeFactory.instance.numberNode(value);
    }
}
