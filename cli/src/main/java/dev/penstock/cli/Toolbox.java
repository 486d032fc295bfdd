package dev.penstock.cli;

import dev.penstock.cli.connect.Loaders;
import dev.penstock.cli.connect.Tools;
import dev.penstock.cli.find.Target;
import dev.penstock.function.CallContext;
import dev.penstock.function.Services;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what a worker in this process has. */
final class Toolbox {

    private Toolbox() {}

    static Tools of(Application application, List<Target> targets) {
        List<ClassLoader> loaders = Stream.concat(
                        targets.stream()
                                .map(Target::pipeline)
                                .flatMap(Optional::stream)
                                .map(pipeline -> pipeline.getClass().getClassLoader()),
                        Stream.of(Toolbox.class.getClassLoader()))
                .toList();
        Services services = Services.none();
        for (Map.Entry<Class<?>, Function<CallContext, ?>> service :
                application.services().entrySet()) {
            services = with(services, service.getKey(), service.getValue());
        }
        String build = targets.stream().map(Target::origin).distinct().collect(Collectors.joining(", "));
        return new Tools(Loaders.of(loaders), build, services, application.workflows(), application.activities());
    }

    private static <S> Services with(Services services, Class<S> service, Function<CallContext, ?> implementation) {
        return services.withEach(service, context -> service.cast(implementation.apply(context)));
    }
}
