package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A Java class whose values are scalars, with the way to JSON and back. */
record JavaScalar(Scalar type, Function<Object, JsonNode> toJson, Function<JsonNode, Object> fromJson) {

    private static final Map<Class<?>, JavaScalar> ALL = all();

    static Optional<JavaScalar> of(Class<?> type) {
        JavaScalar exact = ALL.get(type);
        boolean region = exact == null && ZoneId.class.isAssignableFrom(type);
        return Optional.ofNullable(region ? ALL.get(ZoneId.class) : exact);
    }

    /** The class of its values, boxed. */
    static Class<?> boxed(Scalar type) {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().type() == type
                        && !entry.getKey().isPrimitive()
                        && entry.getKey() != ZoneOffset.class)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.text() + " has no values in Java"));
    }

    private static Map<Class<?>, JavaScalar> all() {
        Map<Class<?>, JavaScalar> all = new HashMap<>();
        all.put(String.class, text(Scalar.STRING, text -> text));
        all.put(
                Boolean.class,
                new JavaScalar(Scalar.BOOLEAN, v -> BooleanNode.valueOf((Boolean) v), JsonNode::booleanValue));
        all.put(Byte.class, new JavaScalar(Scalar.BYTE, v -> Numbers.of((Byte) v), node -> (byte) node.intValue()));
        all.put(Short.class, new JavaScalar(Scalar.SHORT, v -> Numbers.of((Short) v), JsonNode::shortValue));
        all.put(Integer.class, new JavaScalar(Scalar.INT, v -> Numbers.of((Integer) v), JsonNode::intValue));
        all.put(Long.class, new JavaScalar(Scalar.LONG, v -> Numbers.of((Long) v), JsonNode::longValue));
        all.put(
                Float.class,
                new JavaScalar(
                        Scalar.FLOAT,
                        v -> Numbers.of(Double.parseDouble(v.toString())),
                        node -> Float.parseFloat(node.asText())));
        all.put(Double.class, new JavaScalar(Scalar.DOUBLE, v -> Numbers.of((Double) v), JavaScalar::number));
        all.put(
                BigInteger.class,
                new JavaScalar(Scalar.INTEGER, v -> Numbers.of((BigInteger) v), JsonNode::bigIntegerValue));
        all.put(BigDecimal.class, text(Scalar.DECIMAL, BigDecimal::new));
        all.put(URI.class, text(Scalar.URI, URI::create));
        all.put(UUID.class, text(Scalar.UUID, UUID::fromString));
        all.put(Duration.class, text(Scalar.DURATION, Duration::parse));
        all.put(Period.class, text(Scalar.PERIOD, Period::parse));
        all.put(Instant.class, text(Scalar.INSTANT, Instant::parse));
        all.put(LocalDate.class, text(Scalar.DATE, LocalDate::parse));
        all.put(LocalTime.class, text(Scalar.TIME, LocalTime::parse));
        all.put(LocalDateTime.class, text(Scalar.DATETIME, LocalDateTime::parse));
        all.put(OffsetDateTime.class, text(Scalar.OFFSET_DATETIME, OffsetDateTime::parse));
        all.put(ZonedDateTime.class, text(Scalar.ZONED_DATETIME, ZonedDateTime::parse));
        all.put(YearMonth.class, text(Scalar.YEAR_MONTH, YearMonth::parse));
        all.put(ZoneId.class, text(Scalar.ZONE, ZoneId::of));
        all.put(ZoneOffset.class, text(Scalar.ZONE, ZoneOffset::of));
        all.put(boolean.class, all.get(Boolean.class));
        all.put(byte.class, all.get(Byte.class));
        all.put(short.class, all.get(Short.class));
        all.put(int.class, all.get(Integer.class));
        all.put(long.class, all.get(Long.class));
        all.put(float.class, all.get(Float.class));
        all.put(double.class, all.get(Double.class));
        return all;
    }

    private static JavaScalar text(Scalar type, Function<String, Object> parse) {
        return new JavaScalar(type, value -> TextNode.valueOf(value.toString()), node -> parse.apply(node.textValue()));
    }

    private static Object number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
    }
}
