package dev.penstock.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.spec.Expression;
import java.util.Optional;

/** Knows the values that follow from the input of a run, without running a step. */
record Foresight(Optional<JsonNode> input) {

    /** The length of a list; also of one whose items are not known yet. */
    Optional<Integer> size(Expression expression) {
        if (expression instanceof Expression.Items items) {
            return Optional.of(items.items().size());
        }
        return value(expression).filter(JsonNode::isArray).map(JsonNode::size);
    }

    Optional<JsonNode> value(Expression expression) {
        return switch (expression) {
            case Expression.PipelineInput whole -> input;
            case Expression.Constant constant -> Optional.of(constant.value());
            case Expression.Get get ->
                value(get.of()).map(record -> record.path(get.component())).filter(part -> !part.isMissingNode());
            case Expression.Items items -> items(items);
            case Expression.Construct construct -> construct(construct);
            case Expression.HandlerInput ending -> Optional.empty();
            case Expression.Output output -> Optional.empty();
            case Expression.Item item -> Optional.empty();
            case Expression.State state -> Optional.empty();
            case Expression.Text text -> Optional.empty();
        };
    }

    private Optional<JsonNode> items(Expression.Items items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.items().forEach(item -> value(item).ifPresent(array::add));
        return Optional.<JsonNode>of(array)
                .filter(known -> known.size() == items.items().size());
    }

    /** The components that are known; a list that is one of them can be counted though others are not. */
    private Optional<JsonNode> construct(Expression.Construct construct) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        construct.components().forEach((name, part) -> value(part).ifPresent(known -> object.set(name, known)));
        return Optional.of(object);
    }
}
