package dev.penstock.flow;

import dev.penstock.container.Container;
import dev.penstock.option.StepOption;
import dev.penstock.problem.Code;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Takes down steps that are records: containers, workflows and resources; and pipelines as steps. */
record StepRecording(Recorder recorder) {

    <O> Value<O> run(@Nullable Step<O> step, StepOption... options) {
        Site at = Sites.here();
        return switch (step) {
            case null -> broken(new Refusal(Code.NULL_VALUE, at, "The step is null.", "Make one with new."));
            case ContainerStep<O> container ->
                recorder.step(
                        at, proposed(step), options, (header, resolver) -> container(container, header, resolver));
            case WorkflowStep<O> workflow ->
                recorder.step(at, proposed(step), options, (header, resolver) -> workflow(workflow, header, resolver));
            case ResourceStep<O> resource ->
                recorder.step(at, proposed(step), options, (header, resolver) -> resource(resource, header, resolver));
            case PipelineStep<O> pipeline -> pipeline(pipeline, at, options);
        };
    }

    private <O> Value<O> broken(Refusal refusal) {
        recorder.problems().add(refusal.problem());
        return new Value<>(new Source.Broken());
    }

    private static String proposed(Step<?> step) {
        return Names.kebab(step.getClass().getSimpleName());
    }

    private Recorder.Recorded container(ContainerStep<?> step, Header header, Resolver resolver) {
        RecordInputs inputs = RecordInputs.of(step, resolver, recorder, header.at());
        Container container = Described.by(step.getClass(), "container()", step::container, header.at());
        Type type = inputs.result(step.getClass(), ContainerStep.class);
        DataType output = recorder.types().dataType(type, header.at());
        return new Recorder.Recorded(
                new Node.RunContainer(
                        header.name(),
                        inputs.byName(),
                        container,
                        output,
                        header.after(),
                        header.settings(),
                        header.at()),
                type);
    }

    private Recorder.Recorded workflow(WorkflowStep<?> step, Header header, Resolver resolver) {
        RecordInputs inputs = RecordInputs.of(step, resolver, recorder, header.at());
        String workflow = Described.by(step.getClass(), "workflow()", step::workflow, header.at());
        Type type = inputs.result(step.getClass(), WorkflowStep.class);
        DataType output = recorder.types().dataType(type, header.at());
        return new Recorder.Recorded(
                new Node.RunWorkflow(
                        header.name(),
                        workflow,
                        inputs.byName(),
                        output,
                        header.after(),
                        header.settings(),
                        header.at()),
                type);
    }

    private Recorder.Recorded resource(ResourceStep<?> step, Header header, Resolver resolver) {
        RecordInputs inputs = RecordInputs.of(step, resolver, recorder, header.at());
        Resource resource = Described.by(step.getClass(), "resource()", step::resource, header.at());
        ResourceTemplate template = new ResourceReading(recorder, resolver, header.at()).read(resource);
        ResourceReading.refuseUnused(step, resource, header.at());
        Type type = inputs.result(step.getClass(), ResourceStep.class);
        DataType output = recorder.types().dataType(type, header.at());
        return new Recorder.Recorded(
                new Node.RunResource(header.name(), template, output, header.after(), header.settings(), header.at()),
                type);
    }

    private <O> Value<O> pipeline(PipelineStep<O> step, Site at, StepOption... options) {
        String name;
        try {
            name = Described.by(step.pipeline().getClass(), "name()", step.pipeline()::name, at);
        } catch (Refusal e) {
            return broken(e);
        }
        return recorder.step(at, name, options, (header, resolver) -> {
            Resolved in = resolver.resolve(step.in());
            PipelineSpec spec = Tracer.nested(step.pipeline(), recorder.session(), at);
            Type type = Tracer.argument(step.pipeline(), 1, at);
            return new Recorder.Recorded(
                    new Node.RunPipeline(
                            header.name(),
                            spec,
                            new Input(in.expression(), spec.input()),
                            spec.output(),
                            header.after(),
                            header.settings(),
                            at),
                    type);
        });
    }
}
