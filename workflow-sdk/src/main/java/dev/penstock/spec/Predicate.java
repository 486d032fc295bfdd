package dev.penstock.spec;

import java.util.List;
import java.util.Locale;

/** A condition on values. */
public sealed interface Predicate {

    /** Two values compared. */
    record Compare(Expression value, Comparison comparison, Expression bound) implements Predicate {}

    /** A value is one of some. */
    record OneOf(Expression value, List<Expression> choices) implements Predicate {
        public OneOf {
            choices = List.copyOf(choices);
        }
    }

    /** A value as such has a property. */
    record Is(Expression value, Property property) implements Predicate {}

    /** All of them hold. */
    record And(List<Predicate> tests) implements Predicate {
        public And {
            tests = List.copyOf(tests);
        }
    }

    /** One of them holds at least. */
    record Or(List<Predicate> tests) implements Predicate {
        public Or {
            tests = List.copyOf(tests);
        }
    }

    /** It does not hold. */
    record Not(Predicate test) implements Predicate {}

    /** How two values are compared. */
    enum Comparison {
        AT_LEAST("≥"),
        MORE_THAN(">"),
        UP_TO("≤"),
        LESS_THAN("<"),
        EQUAL_TO("="),
        OTHER_THAN("≠");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** What one value can be. */
    enum Property {
        TRUE,
        FALSE,
        PRESENT,
        ABSENT,
        EMPTY,
        NOT_EMPTY;

        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
