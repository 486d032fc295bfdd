package dev.penstock.flow;

import dev.penstock.flow.Source.Broken;
import dev.penstock.flow.Source.Known;
import dev.penstock.flow.Source.Literal;
import dev.penstock.flow.Source.Merged;
import dev.penstock.flow.Source.Part;
import dev.penstock.flow.Source.Sentence;
import dev.penstock.flow.Source.Several;
import dev.penstock.problem.Code;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Site;
import dev.penstock.type.Generics;
import dev.penstock.type.RecordShape;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the handles that a step uses into expressions, and checks that they may be used there. */
final class Resolver {

    private final Recorder recorder;
    private final Site at;

    /** For handles used by a step declared at this line. */
    Resolver(Recorder recorder, Site at) {
        this.recorder = recorder;
        this.at = at;
    }

    Expression expression(@Nullable Value<?> value) {
        return resolve(value).expression();
    }

    /** The expression and type of a handle; a problem is reported and gives a broken one. */
    Resolved resolve(@Nullable Value<?> value) {
        try {
            if (value == null) {
                throw new Refusal(Code.NULL_VALUE, at, "A null is used as a handle.", "Use Value.of(…) for constants.");
            }
            return switch (value.source()) {
                case Known known -> known(known);
                case Literal literal ->
                    recorder.constants().of(literal.value(), LiteralTypes.of(literal.value()), literal.at());
                case Several several -> several(several);
                case Sentence sentence -> sentence(sentence);
                case Part part -> part(part);
                case Merged merged -> merged(merged);
                case Broken broken -> Resolved.broken();
            };
        } catch (Refusal e) {
            recorder.problems().add(e.problem());
            return Resolved.broken();
        }
    }

    private Resolved known(Known known) {
        if (known.recorder() != recorder) {
            throw otherPipeline(known.recorder());
        }
        if (!recorder.scope().canSee(known.scope())) {
            throw new Refusal(
                    Code.OUT_OF_SCOPE,
                    at,
                    "A value that exists only in %s is used outside."
                            .formatted(known.scope().description()),
                    known.scope().remedy());
        }
        return new Resolved(known.expression(), known.type());
    }

    private Refusal otherPipeline(Recorder other) {
        if (other.problems() != recorder.problems()) {
            return new Refusal(
                    Code.OTHER_PIPELINE,
                    at,
                    "A value is used that was made when \"%s\" was defined before.".formatted(other.name()),
                    "Keep no handle in a field: each definition makes its own.");
        }
        return new Refusal(
                Code.OTHER_PIPELINE,
                at,
                "A value of the pipeline \"%s\" is used in \"%s\".".formatted(other.name(), recorder.name()),
                "Pass it in: make it a component of the input of \"%s\".".formatted(recorder.name()));
    }

    private Resolved sentence(Sentence sentence) {
        String template = sentence.template();
        Handles.refuseIn(
                template, Code.UNSUPPORTED_TYPE, sentence.at(), "Write {} and give the handle after the text.");
        List<Expression> values =
                sentence.values().stream().map(this::expression).toList();
        return new Resolved(new Expression.Text(template, values), String.class);
    }

    private Resolved several(Several several) {
        List<Expression> items = new ArrayList<>();
        Type element = LiteralTypes.Nothing.class;
        for (Value<?> item : several.items()) {
            Resolved resolved = resolve(item);
            items.add(resolved.expression());
            Type before = element;
            element = Widening.of(before, resolved.type())
                    .orElseThrow(() -> new Refusal(
                            Code.UNSUPPORTED_TYPE,
                            several.at(),
                            "A list holds both %s and %s."
                                    .formatted(DataTypes.shortName(before), DataTypes.shortName(resolved.type())),
                            "Give the two a common sealed interface."));
        }
        return new Resolved(
                new Expression.Items(items, recorder.types().dataType(element, several.at())),
                Generics.parameterized(List.class, element));
    }

    private Resolved part(Part part) {
        MethodReference reference = MethodReference.of(part.component(), part.at());
        Resolved of = resolve(part.of());
        if (of.isBroken()) {
            return of;
        }
        Method method = reference.accessor(part.at());
        if (!Accessors.isComponent(method)) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    part.at(),
                    "%s is not a component of a record.".formatted(reference),
                    "Apply it as a function: flow.apply(%s).to(…).".formatted(reference));
        }
        Type receiver = Generics.as(of.type(), method.getDeclaringClass()).orElse(of.type());
        Type type = Generics.resolve(method.getGenericReturnType(), Generics.bindings(receiver));
        return new Resolved(component(of.expression(), method.getName()), type);
    }

    /** What is read from a record that the definition itself makes needs no more than that one component. */
    private static Expression component(Expression of, String name) {
        Expression made =
                of instanceof Expression.Construct record ? record.components().get(name) : null;
        return made == null ? new Expression.Get(of, name) : made;
    }

    private Resolved merged(Merged merged) {
        MethodReference reference = MethodReference.of(merged.constructor(), merged.at());
        Class<?> type = reference.owner();
        if (!reference.constructor() || !type.isRecord()) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    merged.at(),
                    "%s does not make a record.".formatted(reference),
                    "Write Value.combine(SomeRecord::new).of(…).");
        }
        if (type == Approved.class) {
            throw new Refusal(
                    Code.FORGED_EVIDENCE,
                    merged.at(),
                    "An approval is made by hand.",
                    "Use flow.approval(…).of(value): only people approve.");
        }
        return merged(merged, type);
    }

    private Resolved merged(Merged merged, Class<?> type) {
        List<RecordShape.Part> parts = RecordShape.of(type).parts();
        if (parts.size() != merged.components().size()) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    merged.at(),
                    "%s has %s components, %s are given."
                            .formatted(
                                    type.getSimpleName(),
                                    parts.size(),
                                    merged.components().size()),
                    "Refer to the record's own constructor, which takes all of them.");
        }
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        SortedMap<String, Expression> components = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Resolved component = resolve(merged.components().get(i));
            components.put(parts.get(i).name(), component.expression());
            Generics.unify(parts.get(i).type(), component.type(), bindings, Widening::common);
        }
        Type made = type.getTypeParameters().length == 0
                ? type
                : Generics.resolve(Generics.parameterized(type, type.getTypeParameters()), bindings);
        return new Resolved(new Expression.Construct(recorder.types().dataType(made, merged.at()), components), made);
    }
}
