package dev.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.type.DataType;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {

    private static final Types TYPES = types();
    private static final Expression STORED =
            new Constant(new Reference("sha256:" + "0".repeat(64), 9).toJson(), DataType.parse("int"));
    private static final Predicate UNKNOWN = new Predicate.Compare(STORED, Comparison.EQUAL_TO, constant("1", "int"));
    private static final Predicate TRUE = is("true", "boolean", Predicate.Property.TRUE);
    private static final Predicate FALSE = is("true", "boolean", Predicate.Property.FALSE);

    private static Types types() {
        TreeMap<String, TypeDefinition> definitions = new TreeMap<>();
        definitions.put("Size", new EnumType(List.of("SMALL", "BIG", "ALL")));
        return new Types(definitions);
    }

    private static Constant constant(String json, String type) {
        try {
            return new Constant(new ObjectMapper().readTree(json), DataType.parse(type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Predicate is(String json, String type, Predicate.Property property) {
        return new Predicate.Is(constant(json, type), property);
    }

    private static Optional<Boolean> holds(Predicate predicate) {
        Scope nowhere = Scope.of(Datum.of(NullNode.instance), Scalar.JSON);
        return new Conditions(nowhere, TYPES).holds(predicate);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1            | <  | 2            | int
            9007199254740993 | > | 9007199254740992 | long
            "9.5"        | <  | "10"         | decimal
            "10.0"       | =  | "10.00"      | decimal
            0.1          | <  | 0.2          | double
            "-Infinity"  | <  | -1.5         | double
            -0.0         | =  | 0.0          | double
            "b"          | >  | "a"          | string
            "PT90M"      | >  | "PT1H"       | duration
            "PT60M"      | =  | "PT1H"       | duration
            "2026-01-02" | >  | "2026-01-01" | date
            "2026-01-01T00:00:00Z" | < | "2026-01-01T00:00:00.5Z" | instant
            "2026-01-01T01:00:00+01:00" | < | "2026-01-01T00:30:00Z" | offset-datetime
            "BIG"        | <  | "ALL"        | Size
            "SMALL"      | =  | "SMALL"      | Size
            true         | =  | true         | boolean
            [1,2]        | =  | [1,2]        | list<int>
            """)
    void comparesAsJavaDoes(String value, String sign, String bound, String type) {
        String typed = type.equals("offset-datetime") ? Scalar.OFFSET_DATETIME.text() : type;
        for (Comparison comparison : Comparison.values()) {
            boolean expected = switch (comparison) {
                case AT_LEAST -> !sign.equals("<");
                case MORE_THAN -> sign.equals(">");
                case UP_TO -> !sign.equals(">");
                case LESS_THAN -> sign.equals("<");
                case EQUAL_TO -> sign.equals("=");
                case OTHER_THAN -> !sign.equals("=");
            };
            boolean ordered = !type.equals("boolean") && !type.startsWith("list");
            if (ordered || comparison == Comparison.EQUAL_TO || comparison == Comparison.OTHER_THAN) {
                assertThat(holds(new Predicate.Compare(constant(value, typed), comparison, constant(bound, typed))))
                        .as("%s %s %s", value, comparison.sign(), bound)
                        .contains(expected);
            }
        }
    }

    @Test
    void saysNothingOfANumberThatIsNone() {
        Constant nan = constant("\"NaN\"", "double");
        for (Comparison comparison : Comparison.values()) {
            assertThat(holds(new Predicate.Compare(nan, comparison, nan)))
                    .contains(comparison == Comparison.OTHER_THAN);
            assertThat(holds(new Predicate.Compare(nan, comparison, constant("0.5", "double"))))
                    .contains(comparison == Comparison.OTHER_THAN);
        }
    }

    @Test
    void asksForProperties() {
        assertThat(holds(is("null", "optional<int>", Predicate.Property.ABSENT)))
                .contains(true);
        assertThat(holds(is("0", "optional<int>", Predicate.Property.PRESENT))).contains(true);
        assertThat(holds(is("[]", "list<int>", Predicate.Property.EMPTY))).contains(true);
        assertThat(holds(is("{\"a\":1}", "map<int>", Predicate.Property.NOT_EMPTY)))
                .contains(true);
    }

    @Test
    void looksIntoTheStoreOnlyWhereTheAnswerDependsOnIt() {
        assertThat(holds(UNKNOWN)).isEmpty();
        assertThat(holds(new Predicate.And(List.of(UNKNOWN, FALSE)))).contains(false);
        assertThat(holds(new Predicate.And(List.of(UNKNOWN, TRUE)))).isEmpty();
        assertThat(holds(new Predicate.Or(List.of(UNKNOWN, TRUE)))).contains(true);
        assertThat(holds(new Predicate.Or(List.of(FALSE, UNKNOWN)))).isEmpty();
        assertThat(holds(new Predicate.Not(UNKNOWN))).isEmpty();
        assertThat(holds(new Predicate.Not(FALSE))).contains(true);
        assertThat(holds(new Predicate.OneOf(constant("1", "int"), List.of(STORED, constant("1", "int")))))
                .contains(true);
        assertThat(holds(new Predicate.OneOf(constant("2", "int"), List.of(STORED))))
                .isEmpty();
    }

    @Test
    void countsNoTestsAsAllAndNoneOfThem() {
        assertThat(holds(new Predicate.And(List.of()))).contains(true);
        assertThat(holds(new Predicate.Or(List.of()))).contains(false);
    }
}
