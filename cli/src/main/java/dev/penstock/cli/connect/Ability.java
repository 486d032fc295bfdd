package dev.penstock.cli.connect;

import dev.penstock.fault.Fault;
import dev.penstock.function.Invocation;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out before a run what its steps need and the worker of this process does not have. */
public final class Ability {

    private final Tools tools;
    private final Invocation invocation;
    private final List<Node> containers = new ArrayList<>();
    private final Problems problems = new Problems();

    private Ability(Tools tools) {
        this.tools = tools;
        this.invocation = tools.invocation();
    }

    public static List<Problem> missing(PipelineSpec pipeline, Tools tools) {
        Ability ability = new Ability(tools);
        ability.pipeline(pipeline);
        ability.runner();
        return ability.problems.list();
    }

    private void pipeline(PipelineSpec pipeline) {
        Stream.of(Optional.of(pipeline.graph()), pipeline.onFailure(), pipeline.lastly())
                .flatMap(Optional::stream)
                .map(Graph::nodes)
                .forEach(nodes -> nodes.forEach(this::node));
    }

    private void node(Node node) {
        References.bodies(node).forEach(body -> body.nodes().forEach(this::node));
        switch (node) {
            case Node.RunContainer run -> containers.add(run);
            case Node.RunResource run -> containers.add(run);
            case Node.RunPipeline run -> pipeline(run.pipeline());
            case Node.Apply apply -> code(apply.method(), node.at());
            case Node.Call call -> {
                if (code(call.method(), node.at())) {
                    invocation
                            .missingService(call.method(), node.name())
                            .ifPresent(fault -> add(Code.MISSING_SERVICE, node.at(), fault));
                }
            }
            case Node.RunWorkflow run -> workflow(run);
            case Node.ForEach each -> {}
            case Node.When when -> {}
            case Node.Provided provided -> {}
            case Node.Repeat repeat -> {}
            case Node.Approval approval -> {}
            case Node.Pause pause -> {}
        }
    }

    private boolean code(Method method, Site at) {
        Optional<Fault> missing = invocation.missingCode(method);
        missing.ifPresent(fault -> problems.add(
                Code.MISSING_CODE,
                at.toString(),
                fault.message(),
                "Give the jar that has it as the target, such as app.jar#name, or in PENSTOCK_PIPELINES."));
        return missing.isEmpty();
    }

    private void workflow(Node.RunWorkflow run) {
        if (tools.workflows().isEmpty()) {
            problems.add(
                    Code.MISSING_CODE,
                    run.at().toString(),
                    "The step \"%s\" needs the workflow %s, and this process has none of its own."
                            .formatted(run.name(), run.workflow()),
                    "Register it: Penstock.application().workflows(….class), and run with that application.");
        }
    }

    private void runner() {
        if (containers.isEmpty()) {
            return;
        }
        String names =
                String.join(", ", containers.stream().map(Node::name).distinct().toList());
        problems.add(
                Code.NO_RUNNER,
                containers.getFirst().at().toString(),
                containers.size() == 1
                        ? "The step %s needs something that runs containers, and nothing here does.".formatted(names)
                        : "The steps %s need something that runs containers, and nothing here does.".formatted(names),
                "Runners of containers (process, kubernetes) come with a later version; \"penstock plan\" checks the rest.");
    }

    private void add(Code code, Site at, Fault fault) {
        problems.add(code, at.toString(), fault.message(), fault.remedy().orElse("Give it to this process."));
    }
}
