package dev.penstock.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.type.DataType;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a value comes from; evaluating one never needs more than the results of steps. */
public sealed interface Expression {

    /** The input of the pipeline. */
    record PipelineInput() implements Expression {}

    /** What the handler of a failure or of the end is told. */
    record HandlerInput() implements Expression {}

    /** What a step yields. */
    record Output(String step) implements Expression {}

    /** The item at hand, inside the body of a map. */
    record Item(String step) implements Expression {}

    /** The state at hand, inside a loop. */
    record State(String step) implements Expression {}

    /** A component of a record. */
    record Get(Expression of, String component) implements Expression {}

    /** A value known beforehand. */
    record Constant(JsonNode value, DataType type) implements Expression {}

    /** A list of values. */
    record Items(List<Expression> items, DataType element) implements Expression {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A record made of values. */
    record Construct(DataType type, SortedMap<String, Expression> components) implements Expression {
        public Construct {
            components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
        }
    }

    /** A text in which each {@code {}} stands for a value. */
    record Text(String template, List<Expression> values) implements Expression {
        public Text {
            values = List.copyOf(values);
        }
    }
}
