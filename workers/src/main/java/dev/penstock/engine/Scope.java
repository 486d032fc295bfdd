package dev.penstock.engine;

import dev.penstock.type.DataType;
import dev.penstock.value.Datum;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values that the expressions of a graph can refer to, with their types; a body sees what is around it. */
public final class Scope {

    /** A value and its type. */
    public record Binding(Datum value, DataType type) {}

    private final @Nullable Scope outer;
    private final @Nullable Binding input;
    private final @Nullable Binding told;
    private final TreeMap<String, Binding> outputs = new TreeMap<>();
    private final TreeMap<String, Binding> items = new TreeMap<>();
    private final TreeMap<String, Binding> states = new TreeMap<>();

    private Scope(@Nullable Scope outer, @Nullable Binding input, @Nullable Binding told) {
        this.outer = outer;
        this.input = input;
        this.told = told;
    }

    /** Of a pipeline's own graph. */
    public static Scope of(Datum input, DataType type) {
        return new Scope(null, new Binding(input, type), null);
    }

    /** Of a handler, which is told something. */
    public Scope telling(Datum told, DataType type) {
        return new Scope(null, input, new Binding(told, type));
    }

    /** Of the body of a step. */
    public Scope inside() {
        return new Scope(this, input, told);
    }

    public void output(String step, Datum value, DataType type) {
        outputs.put(step, new Binding(value, type));
    }

    public Scope withItem(String step, Datum value, DataType type) {
        items.put(step, new Binding(value, type));
        return this;
    }

    public Scope withState(String step, Datum value, DataType type) {
        states.put(step, new Binding(value, type));
        return this;
    }

    Binding input() {
        return Optional.ofNullable(input).orElseThrow();
    }

    Binding told() {
        return Optional.ofNullable(told).orElseThrow();
    }

    Binding output(String step) {
        Binding here = outputs.get(step);
        return here != null ? here : outer("output", step).output(step);
    }

    Binding item(String step) {
        Binding here = items.get(step);
        return here != null ? here : outer("item", step).item(step);
    }

    Binding state(String step) {
        Binding here = states.get(step);
        return here != null ? here : outer("state", step).state(step);
    }

    private Scope outer(String what, String step) {
        if (outer == null) {
            throw new IllegalStateException("there is no %s of \"%s\" here".formatted(what, step));
        }
        return outer;
    }
}
