package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import dev.penstock.type.DataType.Named;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the values of expressions; nothing where one has to be looked up in the store first. */
public record Evaluation(Scope scope, Types types) {

    public Optional<Datum> of(Expression expression) {
        return switch (expression) {
            // What passes through as a whole is not even parsed.
            case Output output -> Optional.of(scope.output(output.step()).value());
            case PipelineInput input -> Optional.of(scope.input().value());
            case HandlerInput input -> Optional.of(scope.told().value());
            case Item item -> Optional.of(scope.item(item.step()).value());
            case State state -> Optional.of(scope.state(state.step()).value());
            case Constant constant -> Optional.of(Datum.of(constant.value()));
            case Get get -> of(get.of()).flatMap(value -> component(value.json(), get.component()));
            case Items items -> items(items);
            case Construct construct -> construct(construct);
            case Text text -> text(text);
        };
    }

    private static Optional<Datum> component(JsonNode value, String name) {
        if (Reference.of(value).isPresent()) {
            return Optional.empty();
        }
        JsonNode component = value.get(name);
        return Optional.of(Datum.of(component == null ? NullNode.instance : component));
    }

    private Optional<Datum> items(Items items) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(items.items().size());
        for (Expression item : items.items()) {
            Optional<Datum> value = of(item);
            if (value.isEmpty()) {
                return value;
            }
            list.add(value.get().json());
        }
        return Optional.of(Datum.of(list));
    }

    private Optional<Datum> construct(Construct construct) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        if (construct.type() instanceof Named named && isTagged(named)) {
            record.put(Types.TAG, Types.tag(named.name()));
        }
        for (Map.Entry<String, Expression> component : construct.components().entrySet()) {
            Optional<Datum> value = of(component.getValue());
            if (value.isEmpty()) {
                return value;
            }
            JsonNode json = value.get().json();
            if (!json.isNull()) {
                record.set(component.getKey(), json);
            }
        }
        return Optional.of(Datum.of(record));
    }

    private boolean isTagged(Named named) {
        return types.definition(named.name()).orElse(null) instanceof TypeDefinition.RecordType record
                && record.tagged();
    }

    private Optional<Datum> text(Text text) {
        StringBuilder filled = new StringBuilder();
        String[] parts = text.template().split("\\{}", -1);
        for (int i = 0; i < parts.length; i++) {
            filled.append(parts[i]);
            if (i < text.values().size()) {
                Optional<Datum> value = of(text.values().get(i));
                if (value.isEmpty() || Reference.isIn(value.get().json())) {
                    return Optional.empty();
                }
                JsonNode json = value.get().json();
                filled.append(json.isTextual() ? json.textValue() : json.isNull() ? "" : json.toString());
            }
        }
        return Optional.of(Datum.of(TextNode.valueOf(filled.toString())));
    }

    /** The same expression without its surroundings: its values stand in it, so that it can be sent to the store. */
    public Expression closed(Expression expression) {
        return switch (expression) {
            case Output output -> constant(scope.output(output.step()));
            case PipelineInput input -> constant(scope.input());
            case HandlerInput input -> constant(scope.told());
            case Item item -> constant(scope.item(item.step()));
            case State state -> constant(scope.state(state.step()));
            case Constant constant -> constant;
            case Get get -> new Get(closed(get.of()), get.component());
            case Items items ->
                new Items(items.items().stream().map(this::closed).toList(), items.element());
            case Construct construct -> {
                SortedMap<String, Expression> components = new TreeMap<>();
                construct.components().forEach((name, value) -> components.put(name, closed(value)));
                yield new Construct(construct.type(), components);
            }
            case Text text ->
                new Text(
                        text.template(),
                        text.values().stream().map(this::closed).toList());
        };
    }

    private static Constant constant(Scope.Binding binding) {
        return new Constant(binding.value().json(), binding.type());
    }
}
