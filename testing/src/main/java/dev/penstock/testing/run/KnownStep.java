package dev.penstock.testing.run;

import static java.util.stream.Collectors.joining;

import dev.penstock.option.Setting;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.References;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A step of a spec, the steps around it, the outermost first, and the pipeline that has it. */
record KnownStep(Node node, List<Node> around, PipelineSpec pipeline) {

    private static final Pattern PASS = Pattern.compile("\\[[^]]*]");

    /** Whether a step of this path can be this one. */
    boolean isAt(String path) {
        String steps = Stream.concat(around.stream().filter(KnownStep::isInPaths), Stream.of(node))
                .map(Node::name)
                .collect(joining("/"));
        return PASS.matcher(path).replaceAll("").equals(steps);
    }

    boolean isInside(String step) {
        return around.stream().anyMatch(outer -> outer.name().equals(step));
    }

    private static boolean isInPaths(Node node) {
        return node instanceof Node.ForEach || node instanceof Node.Repeat || node instanceof Node.RunPipeline;
    }

    String name() {
        return node.name();
    }

    /** For people: the name and the place of its declaration. */
    String described() {
        return "\"%s\" (%s)".formatted(node.name(), node.at());
    }

    List<Input> inputs() {
        return References.inputs(node);
    }

    /** The names of the inputs, in their order; none where they have only places. */
    List<String> inputNames() {
        return switch (node) {
            case Node.RunContainer run -> List.copyOf(run.inputs().keySet());
            case Node.RunResource run -> List.copyOf(run.resource().holes().keySet());
            case Node.RunWorkflow run -> List.copyOf(run.inputs().keySet());
            case Node.Apply apply -> List.of();
            case Node.Call call -> List.of();
            case Node.RunPipeline run -> List.of();
            case Node.ForEach each -> List.of();
            case Node.When when -> List.of();
            case Node.Provided provided -> List.of();
            case Node.Repeat repeat -> List.of();
            case Node.Approval approval -> List.of();
            case Node.Pause pause -> List.of();
        };
    }

    Work work() {
        return switch (node) {
            case Node.Apply apply -> Work.OWN_CODE;
            case Node.Call call -> Work.OWN_CODE;
            case Node.RunContainer run -> Work.ELSEWHERE;
            case Node.RunResource run -> Work.ELSEWHERE;
            case Node.RunWorkflow run -> Work.WORKFLOW;
            case Node.RunPipeline run -> Work.PIPELINE;
            case Node.ForEach each -> Work.NONE;
            case Node.When when -> Work.NONE;
            case Node.Provided provided -> Work.NONE;
            case Node.Repeat repeat -> Work.NONE;
            case Node.Approval approval -> Work.NONE;
            case Node.Pause pause -> Work.NONE;
        };
    }

    /** What a step does by itself, and where. */
    enum Work {
        /** A method of the application. */
        OWN_CODE,
        /** A container or resource, which a test has no place for. */
        ELSEWHERE,
        /** A workflow that the platform or the application registers. */
        WORKFLOW,
        PIPELINE,
        /** The engine itself does what there is to do. */
        NONE
    }

    boolean isApproval() {
        return node instanceof Node.Approval;
    }

    boolean rejects(Throwable thrown) {
        List<String> rejecting = Stream.concat(
                        node.setting(Setting.Rejecting.class).stream()
                                .flatMap(setting -> setting.exceptions().stream()),
                        pipeline.settings().rejecting().stream())
                .toList();
        return Stream.<Class<?>>iterate(thrown.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> rejecting.contains(type.getName()));
    }
}
