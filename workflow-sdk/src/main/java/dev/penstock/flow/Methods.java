package dev.penstock.flow;

import dev.penstock.option.StepOption;
import dev.penstock.problem.Code;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.Generics;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes down steps that are methods of the application: pure ones and those of services. */
record Methods(Recorder recorder) {

    <R> Function<List<Value<?>>, Value<R>> apply(Serializable method, StepOption... options) {
        return half(method, "flow.apply(…)", ".to(…)", this::pure, options);
    }

    <R> Function<List<Value<?>>, Value<R>> call(Serializable method, StepOption... options) {
        return half(method, "flow.call(…)", ".with(…)", this::ofService, options);
    }

    <R> Function<List<Value<?>>, Value<R>> tell(Serializable method, StepOption... options) {
        return half(method, "flow.tell(…)", ".with(…)", this::withoutAnswer, options);
    }

    /** What sort of step a method becomes; refuses methods of another sort. */
    private interface Kind {
        Parts parts(MethodReference reference, Method method, Site at);
    }

    /** The types a method takes and yields, and how its step is made. */
    private record Parts(List<Type> parameters, Type result, Maker maker) {}

    private interface Maker {
        Node make(Header header, dev.penstock.spec.Method method, List<Input> inputs, DataType output);
    }

    private <R> Function<List<Value<?>>, Value<R>> half(
            Serializable method, String first, String second, Kind kind, StepOption... options) {
        Site at = Sites.here();
        Object ticket = recorder.half(at, first + " has no " + second + ".", "Add its inputs with " + second + ".");
        return values -> {
            recorder.finished(ticket);
            return record(method, kind, values, at, options);
        };
    }

    private <R> Value<R> record(
            Serializable serializable, Kind kind, List<Value<?>> values, Site at, StepOption... options) {
        MethodReference reference;
        Parts parts;
        try {
            reference = MethodReference.of(serializable, at);
            parts = kind.parts(reference, reference.method(at), at);
        } catch (Refusal e) {
            recorder.problems().add(e.problem());
            values.forEach(new Resolver(recorder, at)::resolve);
            return new Value<>(new Source.Broken());
        }
        return recorder.step(at, Names.kebab(reference.name()), options, (header, resolver) -> {
            List<Resolved> resolved = values.stream().map(resolver::resolve).toList();
            Map<TypeVariable<?>, Type> bindings = new HashMap<>();
            for (int i = 0; i < resolved.size(); i++) {
                Generics.unify(parts.parameters().get(i), resolved.get(i).type(), bindings, Widening::common);
            }
            List<Input> inputs = new ArrayList<>();
            for (int i = 0; i < resolved.size(); i++) {
                Type type = Generics.resolve(parts.parameters().get(i), bindings);
                inputs.add(
                        new Input(resolved.get(i).expression(), recorder.types().dataType(type, at)));
            }
            Type result = Generics.resolve(parts.result(), bindings);
            refuseEvidence(reference, result, at);
            DataType output = recorder.types().dataType(result, at);
            return new Recorder.Recorded(parts.maker().make(header, reference.toSpec(), inputs, output), result);
        });
    }

    private static Parts parts(Class<?> owner, Method method, List<Type> receiver, Maker maker) {
        Map<TypeVariable<?>, Type> inherited = Generics.as(generic(owner), method.getDeclaringClass())
                .map(Generics::bindings)
                .orElse(Map.of());
        List<Type> parameters = new ArrayList<>(receiver);
        for (Type parameter : method.getGenericParameterTypes()) {
            parameters.add(Generics.resolve(parameter, inherited));
        }
        Type result = method.getReturnType() == void.class ? Done.class : method.getGenericReturnType();
        return new Parts(parameters, Generics.resolve(result, inherited), maker);
    }

    private static Type generic(Class<?> owner) {
        return owner.getTypeParameters().length == 0 ? owner : Generics.parameterized(owner, owner.getTypeParameters());
    }

    private static void refuseEvidence(MethodReference reference, Type result, Site at) {
        if (Generics.raw(result) == Approved.class) {
            throw new Refusal(
                    Code.FORGED_EVIDENCE,
                    at,
                    "%s makes an approval by hand.".formatted(reference),
                    "Use flow.approval(…).of(value): only people approve.");
        }
    }

    private Parts pure(MethodReference reference, Method method, Site at) {
        if (reference.constructor()) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    at,
                    "%s is a constructor.".formatted(reference),
                    "Write Value.combine(%s).of(…); it costs no step.".formatted(reference));
        }
        Class<?> owner = reference.owner();
        return parts(
                owner,
                method,
                MethodReference.isStatic(method) ? List.of() : List.of(generic(owner)),
                (header, name, inputs, output) -> new Node.Apply(
                        header.name(), name, inputs, output, header.after(), header.settings(), header.at()));
    }

    private Parts ofService(MethodReference reference, Method method, Site at) {
        if (!reference.owner().isInterface()
                || MethodReference.isStatic(method)
                || reference.owner().isSealed()) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    at,
                    "%s is not a method of a service interface.".formatted(reference),
                    "Declare the service as an interface, or use flow.apply for pure methods.");
        }
        return parts(
                reference.owner(),
                method,
                List.of(),
                (header, name, inputs, output) -> new Node.Call(
                        header.name(), name, inputs, output, header.after(), header.settings(), header.at()));
    }

    private Parts withoutAnswer(MethodReference reference, Method method, Site at) {
        if (method.getReturnType() != void.class && method.getReturnType() != Done.class) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    at,
                    "%s answers %s.".formatted(reference, DataTypes.shortName(method.getGenericReturnType())),
                    "Use flow.call; what it yields need not be used.");
        }
        return ofService(reference, method, at);
    }
}
