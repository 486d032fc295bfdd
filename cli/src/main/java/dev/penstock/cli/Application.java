package dev.penstock.cli;

import dev.penstock.flow.Pipeline;
import dev.penstock.function.CallContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The command and worker of an application's own pipelines:
 *
 * <pre>{@code
 * Penstock.application()
 *         .pipeline(new IrisPipeline())
 *         .service(ModelRegistry.class, new MlflowRegistry())
 *         .main(args);
 * }</pre>
 */
public final class Application {

    private final List<Pipeline<?, ?>> pipelines;
    private final Map<Class<?>, Function<CallContext, ?>> services;
    private final List<Class<?>> workflows;
    private final List<Object> activities;

    private Application(
            List<Pipeline<?, ?>> pipelines,
            Map<Class<?>, Function<CallContext, ?>> services,
            List<Class<?>> workflows,
            List<Object> activities) {
        this.pipelines = List.copyOf(pipelines);
        this.services = new LinkedHashMap<>(services);
        this.workflows = List.copyOf(workflows);
        this.activities = List.copyOf(activities);
    }

    static Application empty() {
        return new Application(List.of(), Map.of(), List.of(), List.of());
    }

    /** With a pipeline more. */
    public Application pipeline(Pipeline<?, ?> pipeline) {
        return new Application(with(pipelines, List.of(pipeline)), services, workflows, activities);
    }

    Application pipelines(Pipeline<?, ?>... more) {
        return new Application(with(pipelines, Arrays.asList(more)), services, workflows, activities);
    }

    /** With one object that answers every call of a service. */
    public <S> Application service(Class<S> service, S implementation) {
        return serviceForEach(service, context -> implementation);
    }

    /** With an object for each call of a service, which can know the call's idempotency key. */
    public <S> Application serviceForEach(Class<S> service, Function<CallContext, ? extends S> implementation) {
        if (!service.isInterface()) {
            throw new IllegalArgumentException(service.getName() + " is not an interface");
        }
        Map<Class<?>, Function<CallContext, ?>> more = new LinkedHashMap<>(services);
        more.put(service, implementation);
        return new Application(pipelines, more, workflows, activities);
    }

    /** With implementations of Temporal workflows that pipelines run as steps. */
    public Application workflows(Class<?>... implementations) {
        return new Application(pipelines, services, with(workflows, Arrays.asList(implementations)), activities);
    }

    /** With implementations of activities that those workflows use. */
    public Application activities(Object... implementations) {
        return new Application(pipelines, services, workflows, with(activities, Arrays.asList(implementations)));
    }

    /** Runs the command and ends the process with its exit code. */
    @SuppressWarnings("IncorrectMainMethod") // It is for the main method of the application to call.
    public void main(String... args) {
        Penstock.main(args, this);
    }

    List<Pipeline<?, ?>> pipelines() {
        return pipelines;
    }

    Map<Class<?>, Function<CallContext, ?>> services() {
        return services;
    }

    List<Class<?>> workflows() {
        return workflows;
    }

    List<Object> activities() {
        return activities;
    }

    private static <T> List<T> with(List<T> some, List<? extends T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
