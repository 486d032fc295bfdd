package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.Types;
import java.util.EnumSet;
import java.util.Set;

/** Conditions compare what can be compared. */
record PredicateRule(Typing typing, Types types, Problems problems, Site at) {

    private static final Set<Scalar> UNORDERED =
            EnumSet.of(Scalar.BOOLEAN, Scalar.URI, Scalar.UUID, Scalar.ZONE, Scalar.PERIOD, Scalar.JSON);

    void check(Predicate predicate) {
        switch (predicate) {
            case Compare compare -> compare(compare);
            case OneOf oneOf ->
                typing.of(oneOf.value())
                        .ifPresent(type -> oneOf.choices().forEach(choice -> typing.need(choice, type, "A choice")));
            case Is is -> typing.of(is.value()).ifPresent(type -> property(is, type));
            case And and -> and.tests().forEach(this::check);
            case Or or -> or.tests().forEach(this::check);
            case Not not -> check(not.test());
        }
    }

    private void compare(Compare compare) {
        typing.of(compare.value()).ifPresent(type -> {
            boolean equality =
                    compare.comparison() == Comparison.EQUAL_TO || compare.comparison() == Comparison.OTHER_THAN;
            if (!equality && !ordered(type)) {
                problems.add(
                        Code.TYPE_MISMATCH,
                        at.toString(),
                        "Values of type %s have no order.".formatted(type.shortText()),
                        "Compare a component of it, or decide in a function.");
            }
            typing.of(compare.bound())
                    .filter(bound -> !types.assignable(bound, type) && !types.assignable(type, bound))
                    .ifPresent(bound -> problems.add(
                            Code.TYPE_MISMATCH,
                            at.toString(),
                            "%s is compared with %s.".formatted(type.shortText(), bound.shortText()),
                            "Compare values of one type."));
        });
    }

    private boolean ordered(DataType type) {
        if (type instanceof Scalar scalar) {
            return !UNORDERED.contains(scalar);
        }
        return type instanceof Named named && types.definition(named.name()).orElse(null) instanceof EnumType;
    }

    private void property(Is is, DataType type) {
        boolean fits = type == Scalar.NOTHING
                || switch (is.property()) {
                    case TRUE, FALSE -> type == Scalar.BOOLEAN;
                    case PRESENT, ABSENT -> type instanceof OptionalOf;
                    case EMPTY, NOT_EMPTY -> type instanceof ListOf || type instanceof MapOf;
                };
        if (!fits) {
            problems.add(
                    Code.TYPE_MISMATCH,
                    at.toString(),
                    "%s cannot be %s.".formatted(type.shortText(), is.property().words()),
                    "Ask what values of this type can answer.");
        }
    }
}
