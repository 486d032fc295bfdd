package dev.penstock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Problems;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.math.BigInteger;
import java.util.function.Supplier;

/** Values of any type as canonical JSON. */
record GeneratedValues(Dice dice, Supplier<Types> types) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 3;

    JsonNode of(DataType type) {
        Types known = types.get();
        Problems problems = new Problems();
        JsonNode canonical = new Conformance(known, path -> path, problems).check(raw(type, known, 0), type);
        problems.throwIfAny();
        return canonical;
    }

    private JsonNode raw(DataType type, Types known, int depth) {
        return switch (type) {
            case Scalar scalar -> scalar(scalar);
            case ArtifactKind kind -> artifact();
            case OptionalOf optional ->
                depth > DEEPEST || dice.chance(0.3) ? NODES.nullNode() : raw(optional.value(), known, depth + 1);
            case ListOf list -> list(list, known, depth);
            case MapOf map -> map(map, known, depth);
            case Named named -> named(named, known, depth);
        };
    }

    private JsonNode named(Named named, Types known, int depth) {
        TypeDefinition definition = known.definition(named.name()).orElseThrow();
        return switch (definition) {
            case ArtifactType artifact -> artifact();
            case EnumType constants -> NODES.textNode(dice.one(constants.constants()));
            case FamilyType family -> raw(new Named(dice.one(family.cases())), known, depth);
            case RecordType record -> {
                ObjectNode object = NODES.objectNode();
                if (record.tagged()) {
                    object.put(Types.TAG, Types.tag(named.name()));
                }
                record.components()
                        .forEach(component -> object.set(component.name(), raw(component.type(), known, depth + 1)));
                yield object;
            }
        };
    }

    private JsonNode list(ListOf list, Types known, int depth) {
        ArrayNode array = NODES.arrayNode();
        if (depth <= DEEPEST) {
            array.addAll(dice.some(0, 2, () -> raw(list.element(), known, depth + 1)));
        }
        return array;
    }

    private JsonNode map(MapOf map, Types known, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth <= DEEPEST) {
            GeneratedTexts texts = new GeneratedTexts(dice);
            dice.some(0, 2, texts::maybeEmpty).forEach(key -> object.set(key, raw(map.value(), known, depth + 1)));
        }
        return object;
    }

    private JsonNode artifact() {
        String digest = "sha256:%064x".formatted(dice.below(1_000_000));
        return NODES.objectNode().put("uri", "s3://bucket/" + dice.below(100)).put("digest", digest);
    }

    private JsonNode scalar(Scalar scalar) {
        return switch (scalar) {
            case STRING -> NODES.textNode(new GeneratedTexts(dice).maybeEmpty());
            case BOOLEAN -> NODES.booleanNode(dice.chance(0.5));
            case BYTE -> NODES.numberNode(dice.between(Byte.MIN_VALUE, Byte.MAX_VALUE));
            case SHORT -> NODES.numberNode(dice.between(Short.MIN_VALUE, Short.MAX_VALUE));
            case INT -> NODES.numberNode(dice.oneOf(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, dice.below(1000)));
            case LONG ->
                NODES.numberNode(dice.oneOf(
                        0L, Long.MIN_VALUE, Long.MAX_VALUE, dice.random().nextLong()));
            case INTEGER ->
                NODES.numberNode(BigInteger.valueOf(dice.random().nextLong()).pow(dice.between(1, 4)));
            case FLOAT ->
                floating(0.0, 0.1, 3.4e38, 1e-45, (double) dice.random().nextFloat());
            case DOUBLE ->
                floating(0.1, 1e300, Double.MIN_VALUE, 3.0, dice.random().nextDouble());
            case DECIMAL ->
                NODES.textNode(dice.oneOf("0", "12.50", "-1E+10", "0.000000001", "123456789012345678901234.5"));
            case URI ->
                NODES.textNode(dice.oneOf("s3://bucket/a%20b", "file:/tmp/x", "https://x.org/?a=b&c#d", "relative"));
            case UUID ->
                NODES.textNode(new java.util.UUID(
                                dice.random().nextLong(), dice.random().nextLong())
                        .toString());
            case DURATION -> NODES.textNode(dice.oneOf("PT0S", "90m", "2d", "PT-5S", "PT0.000000001S", "P365D"));
            case PERIOD -> NODES.textNode(dice.oneOf("P1M", "P0D", "P-1Y2M3D"));
            case INSTANT -> NODES.textNode(dice.oneOf("2026-01-31T12:00:00Z", "1969-12-31T23:59:59.999999999Z"));
            case DATE -> NODES.textNode(dice.oneOf("2026-01-31", "-0001-12-31", "+12026-02-28"));
            case TIME -> NODES.textNode(dice.oneOf("12:30", "23:59:59.999999999"));
            case DATETIME -> NODES.textNode("2026-01-31T12:30:00");
            case OFFSET_DATETIME -> NODES.textNode(dice.oneOf("2026-01-31T12:30:00+01:00", "2026-01-31T12:30Z"));
            case ZONED_DATETIME -> NODES.textNode("2026-01-31T12:30:00+01:00[Europe/Berlin]");
            case YEAR_MONTH -> NODES.textNode("2026-01");
            case ZONE -> NODES.textNode(dice.oneOf("Europe/Berlin", "UTC", "+02:00"));
            case JSON -> NODES.objectNode().put("any", dice.below(10));
            case NOTHING -> throw new IllegalArgumentException("there is no value of type none");
        };
    }

    private JsonNode floating(Double... numbers) {
        return dice.chance(0.1)
                ? NODES.textNode(dice.oneOf("NaN", "Infinity", "-Infinity"))
                : DoubleNode.valueOf(dice.chance(0.1) ? -0.0 : dice.oneOf(numbers));
    }
}
