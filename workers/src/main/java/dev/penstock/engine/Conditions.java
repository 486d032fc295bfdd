package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import java.util.List;
import java.util.Optional;

/** Decides conditions; nothing where a value has to be looked up in the store first. */
public record Conditions(Scope scope, Types types) {

    public Optional<Boolean> holds(Predicate predicate) {
        return switch (predicate) {
            case Compare compare -> compare(compare);
            case OneOf oneOf -> oneOf(oneOf);
            case Is is -> value(is.value()).map(value -> has(value, is.property()));
            case And and -> all(and.tests(), true);
            case Or or -> all(or.tests(), false);
            case Not not -> holds(not.test()).map(held -> !held);
        };
    }

    private Optional<Boolean> compare(Compare compare) {
        Optional<JsonNode> value = value(compare.value());
        Optional<JsonNode> bound = value(compare.bound());
        if (value.isEmpty() || bound.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Comparisons(types)
                .holds(
                        value.get(),
                        compare.comparison(),
                        bound.get(),
                        new ExpressionTypes(scope, types).of(compare.value())));
    }

    private Optional<Boolean> oneOf(OneOf oneOf) {
        boolean unknown = false;
        for (Expression choice : oneOf.choices()) {
            Optional<Boolean> equal = compare(new Compare(oneOf.value(), Predicate.Comparison.EQUAL_TO, choice));
            if (equal.orElse(false)) {
                return equal;
            }
            unknown |= equal.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(false);
    }

    /** Whether all hold, or, with false, whether all do not; the order of the tests changes nothing. */
    private Optional<Boolean> all(List<Predicate> tests, boolean wanted) {
        boolean unknown = false;
        for (Predicate test : tests) {
            Optional<Boolean> held = holds(test);
            if (held.isPresent() && held.get() != wanted) {
                return Optional.of(!wanted);
            }
            unknown |= held.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(wanted);
    }

    private static boolean has(JsonNode value, Predicate.Property property) {
        return switch (property) {
            case TRUE -> value.booleanValue();
            case FALSE -> !value.booleanValue();
            case PRESENT -> !value.isNull();
            case ABSENT -> value.isNull();
            case EMPTY -> value.isEmpty();
            case NOT_EMPTY -> !value.isEmpty();
        };
    }

    private Optional<JsonNode> value(Expression expression) {
        return new Evaluation(scope, types).of(expression).map(Datum::json).filter(value -> !Reference.isIn(value));
    }

    /** The same condition without its surroundings, so that it can be sent to the store. */
    public Predicate closed(Predicate predicate) {
        Evaluation evaluation = new Evaluation(scope, types);
        return switch (predicate) {
            case Compare compare ->
                new Compare(
                        evaluation.closed(compare.value()), compare.comparison(), evaluation.closed(compare.bound()));
            case OneOf oneOf ->
                new OneOf(
                        evaluation.closed(oneOf.value()),
                        oneOf.choices().stream().map(evaluation::closed).toList());
            case Is is -> new Is(evaluation.closed(is.value()), is.property());
            case And and -> new And(and.tests().stream().map(this::closed).toList());
            case Or or -> new Or(or.tests().stream().map(this::closed).toList());
            case Not not -> new Not(closed(not.test()));
        };
    }
}
