package dev.penstock.flow;

import dev.penstock.problem.Code;
import dev.penstock.spec.Input;
import dev.penstock.spec.Site;
import dev.penstock.type.Generics;
import dev.penstock.type.RecordShape;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The inputs of a step that is a record: a handle or a constant per component. */
record RecordInputs(SortedMap<String, Input> byName, Map<TypeVariable<?>, Type> bindings) {

    static RecordInputs of(Step<?> step, Resolver resolver, Recorder recorder, Site at) {
        Class<?> type = step.getClass();
        if (!type.isRecord()) {
            throw new Refusal(
                    Code.NOT_A_RECORD,
                    at,
                    "%s is not a record, so its inputs cannot be read."
                            .formatted(type.isSynthetic() ? "A lambda" : DataTypes.shortName(type)),
                    "Declare it as a record whose components are its inputs.");
        }
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        Map<String, Resolved> resolved = new HashMap<>();
        for (RecordShape.Part part : RecordShape.of(type).parts()) {
            Resolved input = resolve(part, part.read(step), resolver, recorder, at);
            resolved.put(part.name(), input);
            Generics.unify(needed(part), input.type(), bindings, Widening::common);
        }
        SortedMap<String, Input> inputs = new TreeMap<>();
        for (RecordShape.Part part : RecordShape.of(type).parts()) {
            Resolved input = resolved.getOrDefault(part.name(), Resolved.broken());
            Type needed = Generics.resolve(needed(part), bindings);
            Type declared = needed == Object.class ? input.type() : needed;
            inputs.put(
                    part.name(), new Input(input.expression(), recorder.types().dataType(declared, at)));
        }
        return new RecordInputs(inputs, bindings);
    }

    private static Resolved resolve(
            RecordShape.Part part, @Nullable Object value, Resolver resolver, Recorder recorder, Site at) {
        if (value instanceof Value<?> handle) {
            return resolver.resolve(handle);
        }
        if (value == null) {
            recorder.problems()
                    .add(
                            Code.NULL_VALUE,
                            at.toString(),
                            "The input \"%s\" is null.".formatted(part.name()),
                            "Give a handle, or a constant by Value.of(…).");
            return Resolved.broken();
        }
        Type type = part.type() instanceof TypeVariable<?> ? LiteralTypes.of(value) : part.type();
        return recorder.constants().of(value, type, at);
    }

    /** The type that a component needs: of the value behind the handle, or of the constant. */
    private static Type needed(RecordShape.Part part) {
        return Generics.raw(part.type()) == Value.class ? Generics.argument(part.type(), 0) : part.type();
    }

    /** What the step yields, by the type argument of the interface it implements. */
    Type result(Class<?> type, Class<?> verb) {
        Type self =
                type.getTypeParameters().length == 0 ? type : Generics.parameterized(type, type.getTypeParameters());
        Type implemented = Generics.as(self, verb).orElse(verb);
        return Generics.resolve(Generics.argument(implemented, 0), bindings);
    }
}
