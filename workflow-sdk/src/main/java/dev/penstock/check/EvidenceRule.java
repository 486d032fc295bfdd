package dev.penstock.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Evidence comes from the engine alone: no constant, step or person who starts a run brings it along. */
final class EvidenceRule {

    // The language has a record of this name.
    private static final String APPROVED = "dev.penstock.flow.Approved<";

    private final Types types;
    private final Problems problems;

    EvidenceRule(Types types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    void check(Spec spec) {
        PipelineSpec outermost = spec.pipeline();
        if (mentions(outermost.input(), new HashSet<>())) {
            refuse(outermost.at(), "The input of \"%s\" holds an approval.".formatted(outermost.name()));
        }
        for (PipelineSpec pipeline : Walk.pipelines(spec)) {
            Walk.graphs(pipeline).forEach(graph -> graph(graph, pipeline.at()));
        }
    }

    private void graph(Graph graph, Site at) {
        graph.result().ifPresent(result -> expression(result, at));
        for (Node node : graph.nodes()) {
            References.expressions(node).forEach(expression -> expression(expression, node.at()));
            if (isForeign(node) && mentions(node.output(), new HashSet<>())) {
                refuse(node.at(), "\"%s\" makes an approval by hand.".formatted(node.name()));
            }
            References.bodies(node).forEach(body -> graph(body, node.at()));
        }
    }

    /** Whether code that is not the engine's makes what the step yields. */
    private static boolean isForeign(Node node) {
        return switch (Kind.of(node)) {
            case CONTAINER, FUNCTION, CALL, WORKFLOW, RESOURCE -> true;
            case PIPELINE, MAP, CHOICE, CONDITION, LOOP, APPROVAL, PAUSE -> false;
        };
    }

    private void expression(Expression expression, Site at) {
        boolean made = expression instanceof Expression.Construct construct && isEvidence(construct.type());
        if (made || (expression instanceof Expression.Constant constant && holds(constant.value(), constant.type()))) {
            refuse(at, "An approval is made by hand.");
        }
        References.parts(expression).forEach(part -> expression(part, at));
    }

    /** Whether there is an approval in this value; what is absent is no evidence. */
    private boolean holds(JsonNode value, DataType type) {
        return switch (type) {
            case OptionalOf optional -> !value.isNull() && holds(value, optional.value());
            case ListOf list -> anyHolds(value, list.element());
            case MapOf map -> anyHolds(value, map.value());
            case Named named -> isEvidence(named) || holds(value, named);
            case Scalar scalar -> false;
            case ArtifactKind kind -> false;
        };
    }

    private boolean anyHolds(JsonNode values, DataType type) {
        return StreamSupport.stream(values.spliterator(), false).anyMatch(value -> holds(value, type));
    }

    private boolean holds(JsonNode value, Named type) {
        return switch (types.definition(type.name()).orElse(null)) {
            case RecordType record ->
                record.components().stream()
                        .anyMatch(part -> value.has(part.name()) && holds(value.path(part.name()), part.type()));
            case FamilyType family ->
                family.cases().stream()
                        .filter(member -> value.path(Types.TAG).asText().equals(Types.tag(member)))
                        .anyMatch(member -> holds(value, (DataType) new Named(member)));
            case null, default -> false;
        };
    }

    private boolean mentions(DataType type, Set<DataType> seen) {
        return seen.add(type)
                && switch (type) {
                    case OptionalOf optional -> mentions(optional.value(), seen);
                    case ListOf list -> mentions(list.element(), seen);
                    case MapOf map -> mentions(map.value(), seen);
                    case Named named -> isEvidence(named) || definitionMentions(named, seen);
                    case Scalar scalar -> false;
                    case ArtifactKind kind -> false;
                };
    }

    private boolean definitionMentions(Named type, Set<DataType> seen) {
        return switch (types.definition(type.name()).orElse(null)) {
            case RecordType record -> record.components().stream().anyMatch(part -> mentions(part.type(), seen));
            case FamilyType family -> family.cases().stream().anyMatch(member -> mentions(new Named(member), seen));
            case null, default -> false;
        };
    }

    private static boolean isEvidence(DataType type) {
        return type instanceof Named named && named.name().startsWith(APPROVED);
    }

    private void refuse(Site at, String message) {
        problems.add(
                Code.FORGED_EVIDENCE, at.toString(), message, "Use flow.approval(…).of(value): only people approve.");
    }
}
