package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;

/** Gives each number its one JSON form, so that equal values have equal text. */
final class Numbers {

    private static final int MOST_DIGITS = 1000;

    private Numbers() {}

    static JsonNode require(JsonNode node, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException();
        }
        return node;
    }

    static JsonNode integral(JsonNode node, long least, long most) {
        require(node, node.isIntegralNumber() && node.canConvertToLong());
        long value = node.longValue();
        if (value < least || value > most) {
            throw new IllegalArgumentException("it must lie between " + least + " and " + most);
        }
        return of(value);
    }

    static JsonNode of(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    static JsonNode integer(JsonNode node) {
        require(node, node.isIntegralNumber());
        return of(node.bigIntegerValue());
    }

    static JsonNode of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? of(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    static JsonNode floating(JsonNode node) {
        return of(number(node));
    }

    /** Singles go through their own shortest text, so that 0.1f is written 0.1. */
    static JsonNode single(JsonNode node) {
        double value = number(node);
        float single = (float) value;
        if (Float.isInfinite(single) && Double.isFinite(value)) {
            throw new IllegalArgumentException("it is too large for a float");
        }
        return of(Double.parseDouble(Float.toString(single)));
    }

    /** NaN and infinities, common among metrics, are text, since JSON has no number for them. */
    static JsonNode of(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : TextNode.valueOf(Double.toString(value));
    }

    private static double number(JsonNode node) {
        if (node.isTextual()) {
            return switch (node.textValue()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw new IllegalArgumentException();
            };
        }
        double value = require(node, node.isNumber()).doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("it is too large for a double");
        }
        return value;
    }

    static String plainText(JsonNode node) {
        String text = require(node, node.isNumber() || node.isTextual()).asText();
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("it has more than " + MOST_DIGITS + " digits");
        }
        return text;
    }
}
