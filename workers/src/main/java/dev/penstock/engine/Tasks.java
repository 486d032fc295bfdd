package dev.penstock.engine;

import dev.penstock.function.FunctionTask;
import dev.penstock.option.Setting;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.step.Placement;
import dev.penstock.step.StepTask;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import dev.penstock.value.Datum;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the activities of a pipeline's steps are asked to do; those that never change are written once. */
public final class Tasks {

    private final List<String> rejecting;
    private final Types types;
    private final Map<String, Datum> written = new ConcurrentHashMap<>();

    Tasks(List<String> rejecting, Types types) {
        this.rejecting = rejecting;
        this.types = types;
    }

    public Datum of(Node.Apply apply, int mostInline) {
        return written.computeIfAbsent(
                apply.name(),
                name -> written(new Task.Apply(
                        new FunctionTask(apply.method(), types(apply.inputs()), rejecting(apply)),
                        mostInline,
                        reuse(apply))));
    }

    public Datum of(Node.Call call, int mostInline) {
        return written.computeIfAbsent(
                call.name(),
                name -> written(new Task.Call(
                        new FunctionTask(call.method(), types(call.inputs()), rejecting(call)), mostInline)));
    }

    public Datum of(Node.RunContainer run, int mostInline) {
        return written.computeIfAbsent(run.name(), name -> {
            SortedMap<String, DataType> inputs = new TreeMap<>();
            run.inputs().forEach((input, from) -> inputs.put(input, from.type()));
            List<DataType> used = Stream.concat(inputs.values().stream(), Stream.of(run.output()))
                    .toList();
            StepTask.ContainerTask task = new StepTask.ContainerTask(
                    run.container(), inputs, run.output(), types.neededBy(used), run.settings(), Placement.anywhere());
            return written(new Task.Run(task, List.copyOf(run.inputs().keySet()), mostInline));
        });
    }

    public Datum of(Node.RunResource run, int mostInline) {
        return written.computeIfAbsent(run.name(), name -> {
            StepTask.ResourceTask task =
                    new StepTask.ResourceTask(run.resource(), run.output(), run.settings(), Placement.anywhere());
            return written(new Task.Run(task, List.copyOf(run.resource().holes().keySet()), mostInline));
        });
    }

    private Optional<Task.Apply.Reuse> reuse(Node.Apply apply) {
        return apply.setting(Setting.Cached.class)
                .map(setting -> new Task.Apply.Reuse(
                        setting, apply.output(), types.neededBy(List.of(apply.output())), Optional.of(true)));
    }

    private List<String> rejecting(Node node) {
        List<String> own = node.setting(Setting.Rejecting.class)
                .map(Setting.Rejecting::exceptions)
                .orElse(List.of());
        return Stream.concat(own.stream(), rejecting.stream()).distinct().collect(Collectors.toList());
    }

    private static List<DataType> types(List<Input> inputs) {
        return inputs.stream().map(Input::type).toList();
    }

    private static Datum written(Task task) {
        Datum datum = Datum.of(Messages.encode(task));
        datum.bytes();
        return datum;
    }
}
