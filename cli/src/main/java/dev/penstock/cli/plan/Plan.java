package dev.penstock.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.params.Parameter;
import dev.penstock.cli.params.RunInput;
import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run would do, in words. */
public record Plan(
        String pipeline,
        String digest,
        String definedBy,
        Site declaredAt,
        String origin,
        String profile,
        PipelineSettings settings,
        String inputType,
        Optional<JsonNode> input,
        List<Parameter> parameters,
        PlannedBody graph,
        List<PlannedBody> handlers,
        String output,
        SortedMap<String, Integer> totals) {

    /** The plan of a run with this input, which may not be complete, under a profile. */
    public static Plan of(Target target, RunInput input, String profile) {
        Spec spec = target.spec();
        PipelineSpec pipeline = spec.pipeline();
        Steps steps = new Steps(new Foresight(input.value()));
        return new Plan(
                spec.name(),
                spec.digest(),
                pipeline.definedBy(),
                pipeline.at(),
                target.origin(),
                profile,
                pipeline.settings(),
                input.type(),
                input.value(),
                input.parameters(),
                steps.body(pipeline.graph()),
                steps.handlers(pipeline),
                pipeline.output().shortText(),
                totals(pipeline));
    }

    private static SortedMap<String, Integer> totals(PipelineSpec pipeline) {
        SortedMap<String, Integer> totals = new TreeMap<>();
        count(pipeline).forEach((kind, count) -> totals.put(kind.word(), count));
        return totals;
    }

    private static Map<StepKind, Integer> count(PipelineSpec pipeline) {
        Map<StepKind, Integer> counts = new EnumMap<>(StepKind.class);
        pipeline.graph().nodes().forEach(node -> count(node, counts));
        pipeline.onFailure().ifPresent(graph -> graph.nodes().forEach(node -> count(node, counts)));
        pipeline.lastly().ifPresent(graph -> graph.nodes().forEach(node -> count(node, counts)));
        return counts;
    }

    private static void count(Node node, Map<StepKind, Integer> counts) {
        counts.merge(StepKind.of(node), 1, Integer::sum);
        References.bodies(node).forEach(body -> body.nodes().forEach(inner -> count(inner, counts)));
        if (node instanceof Node.RunPipeline run) {
            count(run.pipeline()).forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
        }
    }
}
