package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
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
import dev.penstock.spec.Site;
import dev.penstock.spec.Words;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.Optional;

/** Finds the types of expressions, and reports those that refer to nothing or do not fit. */
final class Typing {

    private final Types types;
    private final Problems problems;
    private final Surroundings around;
    private final Site at;

    Typing(Types types, Problems problems, Surroundings around, Site at) {
        this.types = types;
        this.problems = problems;
        this.around = around;
        this.at = at;
    }

    /** Reports an expression that cannot be used where the type is needed. */
    void need(Expression expression, DataType needed, String what) {
        of(expression)
                .filter(type -> !types.assignable(type, needed))
                .ifPresent(type -> problems.add(
                        Code.TYPE_MISMATCH,
                        at.toString(),
                        "%s is %s, but %s is needed.".formatted(what, type.shortText(), needed.shortText()),
                        "Use a value of type %s.".formatted(needed.shortText())));
    }

    /** The type; nothing when a problem was reported. */
    Optional<DataType> of(Expression expression) {
        return switch (expression) {
            case PipelineInput input -> Optional.of(around.input());
            case HandlerInput input -> found(around.told(), "failure or ending", "Only handlers are told something.");
            case Output output ->
                found(
                        around.output(output.step()),
                        "\"" + output.step() + "\"",
                        "No step of that name can be seen from here.");
            case Item item ->
                found(around.item(item.step()), "item of \"" + item.step() + "\"", "It exists only inside that map.");
            case State state ->
                found(
                        around.state(state.step()),
                        "state of \"" + state.step() + "\"",
                        "It exists only inside that loop.");
            case Get get -> of(get.of()).flatMap(type -> component(get, type));
            case Constant constant -> constant(constant);
            case Items items -> {
                items.items().forEach(item -> need(item, items.element(), "An item of a list"));
                yield Optional.of(new ListOf(items.element()));
            }
            case Construct construct -> construct(construct);
            case Text text -> text(text);
        };
    }

    private Optional<DataType> found(Optional<DataType> type, String what, String remedy) {
        if (type.isEmpty()) {
            problems.add(Code.UNKNOWN_REFERENCE, at.toString(), "There is no %s here.".formatted(what), remedy);
        }
        return type;
    }

    private Optional<DataType> component(Get get, DataType type) {
        if (type == Scalar.NOTHING) {
            return Optional.of(type);
        }
        Optional<DataType> component = types.component(type, get.component());
        if (component.isEmpty()) {
            boolean family = type instanceof Named named
                    && types.definition(named.name()).orElse(null) instanceof FamilyType;
            problems.add(
                    Code.UNKNOWN_REFERENCE,
                    at.toString(),
                    "%s has no component \"%s\"%s."
                            .formatted(
                                    type.shortText(), get.component(), family ? " that all of its records share" : ""),
                    "It is read from %s; what is no component can be computed by a function."
                            .formatted(Words.of(get.of())));
        }
        return component;
    }

    private Optional<DataType> constant(Constant constant) {
        if (constant.value().isMissingNode()) {
            // Where tracing met a problem and has reported it; no file can hold this.
            return Optional.of(Scalar.NOTHING);
        }
        if (constant.type() == Scalar.JSON) {
            problems.add(
                    Code.TYPE_MISMATCH,
                    at.toString(),
                    "A constant has no type.",
                    "Write the spec anew from its pipeline.");
            return Optional.empty();
        }
        new Conformance(types, path -> at + " (constant, " + path + ")", problems)
                .check(constant.value(), constant.type());
        return Optional.of(constant.type());
    }

    private Optional<DataType> construct(Construct construct) {
        if (!(construct.type() instanceof Named named)
                || !(types.definition(named.name()).orElse(null) instanceof RecordType record)) {
            problems.add(
                    Code.TYPE_MISMATCH,
                    at.toString(),
                    "%s is no record that can be made."
                            .formatted(construct.type().shortText()),
                    "Make a record with Value.combine(SomeRecord::new).of(…).");
            return Optional.empty();
        }
        for (String given : construct.components().keySet()) {
            if (record.component(given).isEmpty()) {
                problems.add(
                        Code.UNKNOWN_REFERENCE,
                        at.toString(),
                        "%s is made with \"%s\", which is no component of it."
                                .formatted(construct.type().shortText(), given),
                        "Give its own components only.");
            }
        }
        for (Component component : record.components()) {
            Expression given = construct.components().get(component.name());
            if (given == null) {
                problems.add(
                        Code.MISSING_VALUE,
                        at.toString(),
                        "%s is made without its component \"%s\"."
                                .formatted(construct.type().shortText(), component.name()),
                        "Give every component.");
            } else {
                need(given, component.type(), "The component \"%s\"".formatted(component.name()));
            }
        }
        return Optional.of(construct.type());
    }

    private Optional<DataType> text(Text text) {
        int holes = text.template().split("\\{}", -1).length - 1;
        if (holes != text.values().size()) {
            problems.add(
                    Code.MISSING_VALUE,
                    at.toString(),
                    "The text \"%s\" has %s places for values and %s values."
                            .formatted(text.template(), holes, text.values().size()),
                    "Write {} once for each value.");
        }
        text.values().forEach(this::of);
        return Optional.of(Scalar.STRING);
    }
}
