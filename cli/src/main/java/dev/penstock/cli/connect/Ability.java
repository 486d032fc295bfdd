package dev.penstock.cli.connect;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.function.Invocation;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.process.ProcessRunner;
import dev.penstock.process.ProgressListener;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out before a run what its steps need and the worker of this process does not have. */
public final class Ability {

    private final Tools tools;
    private final Invocation invocation;
    private final Optional<ProcessRunner> runner;
    private final List<Node> elsewhere = new ArrayList<>();
    private final Set<String> images = new HashSet<>();
    private final Problems problems = new Problems();

    private Ability(Tools tools) {
        this.tools = tools;
        this.invocation = tools.invocation();
        this.runner = tools.runner(ProgressListener.none());
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
            case Node.RunContainer run -> container(run);
            case Node.RunResource run -> elsewhere.add(run);
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

    /** A process needs the code of the image, which is looked for here once for every image. */
    private void container(Node.RunContainer run) {
        if (runner.isEmpty()) {
            elsewhere.add(run);
        } else if (images.add(run.container().image())) {
            try {
                runner.get().context(run.container().image());
            } catch (FaultException e) {
                add(Code.NO_RUNNER, run.at(), e.fault());
            }
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
        if (elsewhere.isEmpty()) {
            return;
        }
        String names =
                String.join(", ", elsewhere.stream().map(Node::name).distinct().toList());
        problems.add(
                Code.NO_RUNNER,
                elsewhere.getFirst().at().toString(),
                elsewhere.size() == 1
                        ? "The step %s needs Kubernetes, and nothing here runs on it.".formatted(names)
                        : "The steps %s need Kubernetes, and nothing here runs on it.".formatted(names),
                "A runner for Kubernetes comes with a later version; \"penstock plan\" checks the rest.");
    }

    private void add(Code code, Site at, Fault fault) {
        problems.add(code, at.toString(), fault.message(), fault.remedy().orElse("Give it to this process."));
    }
}
