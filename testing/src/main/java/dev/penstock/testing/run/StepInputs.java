package dev.penstock.testing.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Nearest;
import dev.penstock.spec.Input;
import dev.penstock.type.DataType;
import dev.penstock.type.JavaTypes;
import dev.penstock.type.JsonDecoder;
import java.util.List;

/** What a step is given in one attempt, for whatever stands in for it. */
public final class StepInputs {

    private static final JsonDecoder DECODER = new JsonDecoder();

    private final KnownStep step;
    private final ClassLoader loader;
    private final String path;
    private final int attempt;
    private final List<JsonNode> values;

    StepInputs(KnownStep step, ClassLoader loader, String path, int attempt, List<JsonNode> values) {
        this.step = step;
        this.loader = loader;
        this.path = path;
        this.attempt = attempt;
        this.values = values;
    }

    /** Where in the run the step is, such as {@code map-depths[2]/train}; of a function only its name. */
    public String path() {
        return path;
    }

    /** The number of the attempt, from 1. */
    public int attempt() {
        return attempt;
    }

    /** The inputs as JSON, in the order of the method's parameters or of the names. */
    public List<JsonNode> json() {
        return values;
    }

    /** An input of a container, resource or workflow by its name. */
    public JsonNode json(String name) {
        return values.get(index(name));
    }

    /** An input of a container, resource or workflow by its name; of a list give {@code List.class}. */
    public <T> T get(String name, Class<T> type) {
        return get(index(name), type);
    }

    /** An input by its place, from 0. */
    public <T> T get(int index, Class<T> type) {
        return type.cast(decoded(values.get(index), types().get(index).type()));
    }

    /** The only input. */
    public <T> T only(Class<T> type) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("%s has %s inputs.".formatted(step.described(), values.size()));
        }
        return get(0, type);
    }

    private Object decoded(JsonNode json, DataType type) {
        try {
            return DECODER.decode(json, new JavaTypes(loader).of(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is no class %s here.".formatted(e.getMessage()), e);
        }
    }

    private int index(String name) {
        List<String> names = step.inputNames();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "%s has no input \"%s\". %s".formatted(step.described(), name, Nearest.suggest(name, names)));
        }
        return index;
    }

    private List<Input> types() {
        return step.inputs();
    }
}
