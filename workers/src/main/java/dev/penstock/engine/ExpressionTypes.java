package dev.penstock.engine;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.HandlerInput;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Expression.Text;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.Types;

/** The types of expressions in a spec that has been checked. */
record ExpressionTypes(Scope scope, Types types) {

    DataType of(Expression expression) {
        return switch (expression) {
            case Output output -> scope.output(output.step()).type();
            case PipelineInput input -> scope.input().type();
            case HandlerInput input -> scope.told().type();
            case Item item -> scope.item(item.step()).type();
            case State state -> scope.state(state.step()).type();
            case Constant constant -> constant.type();
            case Get get -> types.component(of(get.of()), get.component()).orElse(Scalar.JSON);
            case Items items -> new ListOf(items.element());
            case Construct construct -> construct.type();
            case Text text -> Scalar.STRING;
        };
    }
}
