package dev.penstock.cli.artifact;

import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeDefinition;
import dev.penstock.type.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pipeline says that its steps yield. */
final class DeclaredTypes {

    private static final Pattern PART = Pattern.compile("\\[\\d+]|[^.\\[]+");

    private final Types types;
    private final Map<String, DataType> steps = new HashMap<>();

    private DeclaredTypes(Types types) {
        this.types = types;
    }

    static DeclaredTypes of(Spec spec) {
        DeclaredTypes declared = new DeclaredTypes(spec.types());
        PipelineSpec pipeline = spec.pipeline();
        declared.steps.put(RunValues.INPUT, pipeline.input());
        declared.steps.put(RunValues.RESULT, pipeline.output());
        declared.collect(pipeline.graph(), "");
        return declared;
    }

    private void collect(Graph graph, String prefix) {
        for (Node node : graph.nodes()) {
            String path = prefix + node.name();
            steps.put(path, node.output());
            String within = node instanceof Node.When ? prefix : path + "/";
            References.bodies(node).forEach(body -> collect(body, within));
            if (node instanceof Node.RunPipeline run) {
                collect(run.pipeline().graph(), within);
            }
        }
    }

    /** The type of a part of what a step yields, in short words; empty where that is not known. */
    String at(String path, String component) {
        Optional<DataType> type = Optional.ofNullable(steps.get(path.replaceAll("\\[[^\\]/]*]", "")));
        Matcher part = PART.matcher(component);
        while (part.find()) {
            String name = part.group();
            type = type.map(DeclaredTypes::present).flatMap(whole -> inside(whole, name));
        }
        return type.map(DeclaredTypes::present).map(DataType::shortText).orElse("");
    }

    private static DataType present(DataType type) {
        return type instanceof DataType.OptionalOf(DataType value) ? value : type;
    }

    private Optional<DataType> inside(DataType type, String part) {
        return switch (type) {
            case DataType.ListOf list -> Optional.of(list.element());
            case DataType.MapOf map -> Optional.of(map.value());
            case DataType.Named named ->
                types.definition(named.name())
                        .filter(TypeDefinition.RecordType.class::isInstance)
                        .flatMap(definition -> ((TypeDefinition.RecordType) definition).component(part))
                        .map(TypeDefinition.Component::type);
            default -> Optional.empty();
        };
    }
}
