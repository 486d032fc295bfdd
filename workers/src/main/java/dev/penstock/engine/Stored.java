package dev.penstock.engine;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Text;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what lies in the store into expressions that stand without surroundings. */
public record Stored(Values values) {

    public Expression in(Expression expression) {
        return switch (expression) {
            case Constant constant -> new Constant(values.load(Datum.of(constant.value())), constant.type());
            case Get get -> new Get(in(get.of()), get.component());
            case Items items -> new Items(items.items().stream().map(this::in).toList(), items.element());
            case Construct construct -> {
                SortedMap<String, Expression> components = new TreeMap<>();
                construct.components().forEach((name, value) -> components.put(name, in(value)));
                yield new Construct(construct.type(), components);
            }
            case Text text ->
                new Text(text.template(), text.values().stream().map(this::in).toList());
            case Expression.Output output -> output;
            case Expression.PipelineInput input -> input;
            case Expression.HandlerInput input -> input;
            case Expression.Item item -> item;
            case Expression.State state -> state;
        };
    }

    public Predicate in(Predicate predicate) {
        return switch (predicate) {
            case Compare compare -> new Compare(in(compare.value()), compare.comparison(), in(compare.bound()));
            case OneOf oneOf ->
                new OneOf(
                        in(oneOf.value()),
                        oneOf.choices().stream().map(this::in).toList());
            case Is is -> new Is(in(is.value()), is.property());
            case And and -> new And(and.tests().stream().map(this::in).toList());
            case Or or -> new Or(or.tests().stream().map(this::in).toList());
            case Not not -> new Not(in(not.test()));
        };
    }
}
