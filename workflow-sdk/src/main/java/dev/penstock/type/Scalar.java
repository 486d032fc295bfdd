package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A type without parts; each knows an example and the one canonical JSON form of its values. */
public enum Scalar implements DataType {
    STRING("\"text\"", node -> Numbers.require(node, node.isTextual())),
    BOOLEAN("true", Scalar::bool),
    BYTE("7", node -> Numbers.integral(node, Byte.MIN_VALUE, Byte.MAX_VALUE)),
    SHORT("7", node -> Numbers.integral(node, Short.MIN_VALUE, Short.MAX_VALUE)),
    INT("42", node -> Numbers.integral(node, Integer.MIN_VALUE, Integer.MAX_VALUE)),
    LONG("42", node -> Numbers.integral(node, Long.MIN_VALUE, Long.MAX_VALUE)),
    FLOAT("0.5", Numbers::single),
    DOUBLE("0.5", Numbers::floating),
    INTEGER("42", Numbers::integer),
    DECIMAL("\"12.50\"", node -> TextNode.valueOf(new BigDecimal(Numbers.plainText(node)).toString())),
    URI("\"s3://bucket/path\"", text(text -> java.net.URI.create(text).toString())),
    UUID(
            "\"123e4567-e89b-12d3-a456-426614174000\"",
            text(text -> java.util.UUID.fromString(text).toString())),
    DURATION("\"PT1H30M\" or \"90m\"", text(text -> Durations.parse(text).toString())),
    PERIOD("\"P1M\"", text(text -> Period.parse(text).toString())),
    INSTANT("\"2026-01-31T12:00:00Z\"", text(text -> Instant.parse(text).toString())),
    DATE("\"2026-01-31\"", text(text -> LocalDate.parse(text).toString())),
    TIME("\"12:30:00\"", text(text -> LocalTime.parse(text).toString())),
    DATETIME("\"2026-01-31T12:30:00\"", text(text -> LocalDateTime.parse(text).toString())),
    OFFSET_DATETIME(
            "\"2026-01-31T12:30:00+01:00\"",
            text(text -> OffsetDateTime.parse(text).toString())),
    ZONED_DATETIME(
            "\"2026-01-31T12:30:00+01:00[Europe/Berlin]\"",
            text(text -> ZonedDateTime.parse(text).toString())),
    YEAR_MONTH("\"2026-01\"", text(text -> YearMonth.parse(text).toString())),
    ZONE("\"Europe/Berlin\"", text(text -> ZoneId.of(text).toString())),
    /** Any JSON at all; used by specs, not by values of users. */
    JSON("{}", node -> node),
    /** The type of the elements of an empty list: it fits everywhere and has no values. */
    NOTHING("none", node -> Numbers.require(node, false));

    private final String example;
    // Every canonical form is a function without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<JsonNode> canonical;

    Scalar(String example, UnaryOperator<JsonNode> canonical) {
        this.example = example;
        this.canonical = canonical;
    }

    public String example() {
        return example;
    }

    /** The canonical form of a value of this type; an {@link IllegalArgumentException} for anything else. */
    JsonNode canonical(JsonNode node) {
        try {
            return canonical.apply(node);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonNode bool(JsonNode node) {
        return BooleanNode.valueOf(Numbers.require(node, node.isBoolean()).booleanValue());
    }

    private static UnaryOperator<JsonNode> text(Function<String, String> normalise) {
        return node -> TextNode.valueOf(
                normalise.apply(Numbers.require(node, node.isTextual()).textValue()));
    }
}
