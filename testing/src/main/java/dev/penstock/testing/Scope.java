package dev.penstock.testing;

import dev.penstock.spec.Expression;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.stream.Stream;

/** What can be read and awaited at one place of a graph. */
record Scope(List<Visible> visible, List<String> steps) {

    static Scope of(Expression expression, DataType type, Types types) {
        return new Scope(Visible.of(expression, type, types), List.of());
    }

    Scope with(Expression expression, DataType type, Types types) {
        return new Scope(
                Stream.concat(visible.stream(), Visible.of(expression, type, types).stream())
                        .toList(),
                steps);
    }

    Scope withStep(String name, DataType output, Types types) {
        Scope more = with(new Expression.Output(name), output, types);
        return new Scope(
                more.visible(), Stream.concat(steps.stream(), Stream.of(name)).toList());
    }
}
