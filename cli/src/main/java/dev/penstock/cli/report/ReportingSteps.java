package dev.penstock.cli.report;

import dev.penstock.contract.Reports;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The steps of a pipeline that may write reports, by name, with what they yield. */
final class ReportingSteps {

    private final Map<String, DataType> outputs = new TreeMap<>();

    private ReportingSteps() {}

    static Map<String, DataType> of(Spec spec) {
        ReportingSteps steps = new ReportingSteps();
        steps.visit(spec.pipeline());
        steps.outputs.values().removeIf(output -> !Reports.mayBeIn(output, spec.types()));
        return steps.outputs;
    }

    private void visit(PipelineSpec pipeline) {
        Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .forEach(this::visit);
    }

    private void visit(Graph graph) {
        for (Node node : graph.nodes()) {
            References.bodies(node).forEach(this::visit);
            switch (node) {
                case Node.RunPipeline inner -> visit(inner.pipeline());
                case Node.RunContainer step -> outputs.put(step.name(), step.output());
                case Node.RunResource step -> outputs.put(step.name(), step.output());
                case Node.RunWorkflow step -> outputs.put(step.name(), step.output());
                case Node.Call step -> outputs.put(step.name(), step.output());
                // These pass on what others wrote.
                case Node.Apply step -> {}
                case Node.ForEach step -> {}
                case Node.When step -> {}
                case Node.Provided step -> {}
                case Node.Repeat step -> {}
                case Node.Approval step -> {}
                case Node.Pause step -> {}
            }
        }
    }
}
