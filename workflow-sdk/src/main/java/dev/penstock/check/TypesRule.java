package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;

/** Every type that is named is defined, and families consist of records; only specs from files can break this. */
final class TypesRule {

    private static final String REMEDY = "Write the spec anew from its pipeline.";

    private final Types types;
    private final Problems problems;

    private TypesRule(Types types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** Whether one can rely on the types. */
    static boolean check(Spec spec, Problems problems) {
        Problems found = new Problems();
        TypesRule rule = new TypesRule(spec.types(), found);
        spec.types().definitions().forEach(rule::definition);
        Walk.pipelines(spec).forEach(rule::pipeline);
        problems.addAll(found.list());
        return found.none();
    }

    private void definition(String name, TypeDefinition definition) {
        String at = "the type " + new Named(name).shortText();
        switch (definition) {
            case RecordType record -> record.components().forEach(component -> type(component.type(), at));
            case FamilyType family -> family.cases().forEach(member -> member(member, at));
            case TypeDefinition.EnumType constants -> {}
            case TypeDefinition.ArtifactType artifact -> {}
        }
    }

    private void member(String member, String at) {
        boolean fits = types.definition(member).orElse(null) instanceof RecordType record && record.tagged();
        if (!fits) {
            problems.add(
                    Code.TYPE_MISMATCH,
                    at,
                    "%s is said to belong to it, but is no record of a family."
                            .formatted(new Named(member).shortText()),
                    REMEDY);
        }
    }

    private void pipeline(PipelineSpec pipeline) {
        String at = pipeline.at().toString();
        type(pipeline.input(), at);
        type(pipeline.output(), at);
        Walk.graphs(pipeline).forEach(graph -> graph(graph, at));
    }

    private void graph(Graph graph, String at) {
        graph.result().ifPresent(result -> expression(result, at));
        graph.nodes().forEach(this::node);
    }

    private void node(Node node) {
        String at = node.at().toString();
        type(node.output(), at);
        References.inputs(node).forEach(input -> type(input.type(), at));
        References.expressions(node).forEach(expression -> expression(expression, at));
        References.bodies(node).forEach(body -> graph(body, at));
    }

    private void expression(Expression expression, String at) {
        switch (expression) {
            case Expression.Constant constant -> type(constant.type(), at);
            case Expression.Items items -> type(items.element(), at);
            case Expression.Construct construct -> type(construct.type(), at);
            default -> {}
        }
        References.parts(expression).forEach(part -> expression(part, at));
    }

    private void type(DataType type, String at) {
        switch (type) {
            case ListOf list -> type(list.element(), at);
            case MapOf map -> type(map.value(), at);
            case OptionalOf optional -> type(optional.value(), at);
            case Named named -> {
                if (types.definition(named.name()).isEmpty()) {
                    String message = "The type %s is not defined.".formatted(named.name());
                    problems.add(Code.UNKNOWN_REFERENCE, at, message, REMEDY);
                }
            }
            case Scalar scalar -> {
                if (scalar == Scalar.JSON) {
                    problems.add(Code.TYPE_MISMATCH, at, "The type json says nothing of a value.", REMEDY);
                }
            }
            default -> {}
        }
    }
}
