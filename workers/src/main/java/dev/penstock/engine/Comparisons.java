package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.type.CanonicalJson;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.OptionalInt;

/** Compares two values of one type as Java would, except that nothing holds of a number that is none. */
record Comparisons(Types types) {

    boolean holds(JsonNode value, Comparison comparison, JsonNode bound, DataType type) {
        OptionalInt order = order(value, bound, type);
        return switch (comparison) {
            case EQUAL_TO -> equal(value, bound, order);
            case OTHER_THAN -> !equal(value, bound, order);
            case AT_LEAST -> order.isPresent() && order.getAsInt() >= 0;
            case MORE_THAN -> order.isPresent() && order.getAsInt() > 0;
            case UP_TO -> order.isPresent() && order.getAsInt() <= 0;
            case LESS_THAN -> order.isPresent() && order.getAsInt() < 0;
        };
    }

    private static boolean equal(JsonNode value, JsonNode bound, OptionalInt order) {
        if (order.isPresent()) {
            return order.getAsInt() == 0;
        }
        return !isNaN(value) && CanonicalJson.compact(value).equals(CanonicalJson.compact(bound));
    }

    private static boolean isNaN(JsonNode value) {
        return value.isTextual() && value.textValue().equals("NaN");
    }

    /** Nothing where the values have no order. */
    private OptionalInt order(JsonNode a, JsonNode b, DataType type) {
        if (a.isNull() || b.isNull()) {
            return OptionalInt.empty();
        }
        return switch (type) {
            case Scalar scalar -> scalar(a, b, scalar);
            case Named named
            when types.definition(named.name()).orElse(null) instanceof EnumType constants ->
                OptionalInt.of(Integer.compare(
                        constants.constants().indexOf(a.textValue()),
                        constants.constants().indexOf(b.textValue())));
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt scalar(JsonNode a, JsonNode b, Scalar scalar) {
        return switch (scalar) {
            case BYTE, SHORT, INT, LONG, INTEGER, DECIMAL ->
                OptionalInt.of(number(a).compareTo(number(b)));
            case FLOAT, DOUBLE -> floating(a, b);
            case STRING -> OptionalInt.of(a.textValue().compareTo(b.textValue()));
            case DURATION -> OptionalInt.of(Duration.parse(a.textValue()).compareTo(Duration.parse(b.textValue())));
            case INSTANT -> OptionalInt.of(Instant.parse(a.textValue()).compareTo(Instant.parse(b.textValue())));
            case DATE -> OptionalInt.of(LocalDate.parse(a.textValue()).compareTo(LocalDate.parse(b.textValue())));
            case TIME -> OptionalInt.of(LocalTime.parse(a.textValue()).compareTo(LocalTime.parse(b.textValue())));
            case DATETIME ->
                OptionalInt.of(LocalDateTime.parse(a.textValue()).compareTo(LocalDateTime.parse(b.textValue())));
            case OFFSET_DATETIME ->
                OptionalInt.of(OffsetDateTime.parse(a.textValue()).compareTo(OffsetDateTime.parse(b.textValue())));
            case ZONED_DATETIME ->
                OptionalInt.of(ZonedDateTime.parse(a.textValue()).compareTo(ZonedDateTime.parse(b.textValue())));
            case YEAR_MONTH -> OptionalInt.of(YearMonth.parse(a.textValue()).compareTo(YearMonth.parse(b.textValue())));
            case BOOLEAN, URI, UUID, PERIOD, ZONE, JSON, NOTHING -> OptionalInt.empty();
        };
    }

    private static OptionalInt floating(JsonNode a, JsonNode b) {
        double left = asDouble(a);
        double right = asDouble(b);
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(left == right ? 0 : Double.compare(left, right));
    }

    private static double asDouble(JsonNode json) {
        return json.isTextual() ? Double.parseDouble(json.textValue()) : json.doubleValue();
    }

    private static BigDecimal number(JsonNode json) {
        return json.isTextual() ? new BigDecimal(json.textValue()) : json.decimalValue();
    }
}
