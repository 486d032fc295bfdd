package dev.penstock.cli.connect;

import dev.penstock.function.Code;
import dev.penstock.function.Invocation;
import dev.penstock.function.Services;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the worker of this process has to work with.
 *
 * @param build appears in messages about code that is not there
 * @param workflows implementations of the application's own workflows
 * @param activities implementations of the application's own activities
 */
public record Tools(
        ClassLoader loader, String build, Services services, List<Class<?>> workflows, List<Object> activities) {

    public Tools {
        workflows = List.copyOf(workflows);
        activities = List.copyOf(activities);
    }

    Code code() {
        return new Code(loader, build);
    }

    Consumer<Worker> registration() {
        return worker -> {
            workflows.forEach(worker::registerWorkflowImplementationTypes);
            activities.forEach(worker::registerActivitiesImplementations);
        };
    }

    Invocation invocation() {
        return new Invocation(code(), services);
    }
}
