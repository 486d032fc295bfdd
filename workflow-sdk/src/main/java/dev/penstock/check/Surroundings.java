package dev.penstock.check;

import dev.penstock.type.DataType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the expressions at one place of a graph can refer to, with its types. */
final class Surroundings {

    private final @Nullable Surroundings outer;
    private final Map<String, DataType> outputs = new HashMap<>();
    private final Map<String, DataType> items = new HashMap<>();
    private final Map<String, DataType> states = new HashMap<>();
    private final DataType input;
    private final Optional<DataType> told;

    private Surroundings(@Nullable Surroundings outer, DataType input, Optional<DataType> told) {
        this.outer = outer;
        this.input = input;
        this.told = told;
    }

    /** Of a pipeline's own graph, or of a handler that is told something. */
    static Surroundings of(DataType input, Optional<DataType> told) {
        return new Surroundings(null, input, told);
    }

    Surroundings inside() {
        return new Surroundings(this, input, told);
    }

    Surroundings withItem(String step, DataType type) {
        Surroundings inside = inside();
        inside.items.put(step, type);
        return inside;
    }

    Surroundings withState(String step, DataType type) {
        Surroundings inside = inside();
        inside.states.put(step, type);
        return inside;
    }

    void add(String step, DataType output) {
        outputs.put(step, output);
    }

    DataType input() {
        return input;
    }

    Optional<DataType> told() {
        return told;
    }

    Optional<DataType> output(String step) {
        return find(step, surroundings -> surroundings.outputs);
    }

    Optional<DataType> item(String step) {
        return find(step, surroundings -> surroundings.items);
    }

    Optional<DataType> state(String step) {
        return find(step, surroundings -> surroundings.states);
    }

    private Optional<DataType> find(String step, Function<Surroundings, Map<String, DataType>> names) {
        for (Surroundings here = this; here != null; here = here.outer) {
            DataType found = names.apply(here).get(step);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
