package dev.penstock.flow;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Predicate;

/** Names what an expression or condition is about, to name the steps that have no name of their own. */
final class Subjects {

    private Subjects() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Get get -> Names.kebab(get.component());
            case Expression.Output output -> output.step();
            case Expression.PipelineInput input -> "input";
            case Expression.HandlerInput input -> "ending";
            case Expression.Item item -> "item";
            case Expression.State state -> "state";
            case Expression.Constant constant -> "constant";
            case Expression.Items items ->
                items.items().isEmpty() ? "nothing" : of(items.items().getFirst());
            case Expression.Construct construct -> Names.kebab(construct.type().shortText());
            case Expression.Text text -> "text";
        };
    }

    static String of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Compare compare -> of(compare.value());
            case Predicate.OneOf oneOf -> of(oneOf.value());
            case Predicate.Is is -> of(is.value());
            case Predicate.And and -> of(and.tests().getFirst());
            case Predicate.Or or -> of(or.tests().getFirst());
            case Predicate.Not not -> of(not.test());
        };
    }
}
