package dev.penstock.testing;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Text;
import dev.penstock.spec.Input;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.spec.Predicate.Property;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Expressions and conditions that fit the place where they stand. */
record GeneratedExpressions(Dice dice, GeneratedTypes types, GeneratedValues values) {

    private static final int DEEPEST = 2;
    private static final List<Scalar> ORDERED = List.of(
            Scalar.INT, Scalar.LONG, Scalar.DOUBLE, Scalar.DECIMAL, Scalar.DURATION, Scalar.INSTANT, Scalar.DATE);

    Input input(DataType type, Scope scope) {
        return new Input(of(type, scope), type);
    }

    Expression of(DataType wanted, Scope scope) {
        return of(wanted, scope, 0);
    }

    /** Something that is there to be read, and is no constant. */
    Visible seen(Scope scope) {
        return dice.one(scope.visible());
    }

    private Expression of(DataType wanted, Scope scope, int depth) {
        Optional<Expression> read = dice.chance(0.7) ? visible(wanted, scope) : Optional.empty();
        return read.orElseGet(() -> made(wanted, scope, depth));
    }

    private Optional<Expression> visible(DataType wanted, Scope scope) {
        List<Expression> fitting = scope.visible().stream()
                .filter(visible -> types.types().assignable(visible.type(), wanted))
                .map(Visible::expression)
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.one(fitting));
    }

    private Expression made(DataType wanted, Scope scope, int depth) {
        if (depth < DEEPEST && wanted instanceof ListOf list && dice.chance(0.5)) {
            return items(list, scope, depth);
        }
        if (depth < DEEPEST && wanted == Scalar.STRING && dice.chance(0.5)) {
            List<Expression> parts = dice.some(0, 3, () -> of(types.scalar(), scope, depth + 1));
            return new Text(
                    new GeneratedTexts(dice).maybeEmpty().replace("{}", "") + "/{}".repeat(parts.size()), parts);
        }
        if (depth < DEEPEST
                && wanted instanceof Named named
                && types.types().definition(named.name()).orElse(null) instanceof RecordType record
                && dice.chance(0.5)) {
            SortedMap<String, Expression> parts = new TreeMap<>();
            record.components().forEach(part -> parts.put(part.name(), of(part.type(), scope, depth + 1)));
            return new Construct(wanted, parts);
        }
        return new Constant(values.of(wanted), wanted);
    }

    private Expression items(ListOf list, Scope scope, int depth) {
        List<Expression> items = dice.some(0, 3, () -> of(list.element(), scope, depth + 1));
        return new Items(items, items.isEmpty() && dice.chance(0.5) ? Scalar.NOTHING : list.element());
    }

    Predicate predicate(Scope scope) {
        return predicate(scope, 0);
    }

    private Predicate predicate(Scope scope, int depth) {
        return switch (dice.below(depth < DEEPEST ? 10 : 6)) {
            case 0, 1, 2 -> compare(scope);
            case 3 -> {
                DataType type = types.scalar();
                yield new Predicate.OneOf(of(type, scope), dice.some(1, 3, () -> of(type, scope)));
            }
            case 4, 5 -> is(scope);
            case 6, 7 -> new Predicate.And(dice.some(1, 3, () -> predicate(scope, depth + 1)));
            case 8 -> new Predicate.Or(dice.some(1, 3, () -> predicate(scope, depth + 1)));
            default -> new Predicate.Not(predicate(scope, depth + 1));
        };
    }

    private Predicate compare(Scope scope) {
        Comparison comparison = dice.oneOf(Comparison.values());
        DataType type = dice.one(ORDERED);
        return new Predicate.Compare(of(type, scope), comparison, of(type, scope));
    }

    private Predicate is(Scope scope) {
        Property property = dice.oneOf(Property.values());
        DataType type = switch (property) {
            case TRUE, FALSE -> Scalar.BOOLEAN;
            case PRESENT, ABSENT -> new OptionalOf(types.plain());
            case EMPTY, NOT_EMPTY -> dice.oneOf(new ListOf(types.plain()), new MapOf(types.plain()));
        };
        return new Predicate.Is(of(type, scope), property);
    }
}
