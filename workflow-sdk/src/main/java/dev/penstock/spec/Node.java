package dev.penstock.spec;

import dev.penstock.container.Container;
import dev.penstock.option.Setting;
import dev.penstock.type.DataType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One step of a graph; every kind of step that the engine knows is on this page. */
public sealed interface Node {

    String name();

    DataType output();

    /** Steps whose end this one awaits although it does not read what they yield. */
    List<String> after();

    List<Setting> settings();

    Site at();

    default <S extends Setting> Optional<S> setting(Class<S> kind) {
        return Setting.find(settings(), kind);
    }

    /** A container, run as a Kubernetes Job or as a local process. */
    record RunContainer(
            String name,
            SortedMap<String, Input> inputs,
            Container container,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** A pure method of the application. */
    record Apply(
            String name,
            Method method,
            List<Input> inputs,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** A method of a service, with an effect on the outside world. */
    record Call(
            String name,
            Method method,
            List<Input> inputs,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** A Temporal workflow of the platform or of the user. */
    record RunWorkflow(
            String name,
            String workflow,
            SortedMap<String, Input> inputs,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** A Kubernetes resource that an operator works on. */
    record RunResource(
            String name,
            ResourceTemplate resource,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** Another pipeline. */
    record RunPipeline(
            String name,
            PipelineSpec pipeline,
            Input input,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** The body once per item of a list; yields the list of the results. */
    record ForEach(
            String name, Input items, Graph body, DataType output, List<String> after, List<Setting> settings, Site at)
            implements Node {}

    /** One of two bodies. */
    record When(
            String name,
            Predicate condition,
            Graph then,
            Graph otherwise,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** The value itself if a condition holds; otherwise the run ends as rejected. */
    record Provided(
            String name,
            Expression value,
            Predicate condition,
            String reason,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** The body again and again, each time on what it yielded before, until a condition holds or the count is reached. */
    record Repeat(
            String name,
            Expression initial,
            Graph body,
            Predicate until,
            int atMost,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** The value with the evidence that people approved it. */
    record Approval(
            String name,
            Expression value,
            String approvers,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}

    /** The value itself, later. */
    record Pause(
            String name,
            Expression value,
            Duration duration,
            DataType output,
            List<String> after,
            List<Setting> settings,
            Site at)
            implements Node {}
}
