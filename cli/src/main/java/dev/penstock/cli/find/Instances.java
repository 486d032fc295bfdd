package dev.penstock.cli.find;

import static java.util.Objects.requireNonNull;

import dev.penstock.flow.Pipeline;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the pipelines of some classes. */
final class Instances {

    private final ClassLoader loader;
    private final String origin;
    private final List<Found> found = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Instances(ClassLoader loader, String origin) {
        this.loader = loader;
        this.origin = origin;
    }

    static Listing of(List<String> classNames, ClassLoader loader, String origin, int classesSeen) {
        Instances instances = new Instances(loader, origin);
        classNames.forEach(instances::add);
        return new Listing(instances.found, instances.leftOut, classesSeen);
    }

    /** Those that the application itself has made. */
    static Listing of(List<Pipeline<?, ?>> made, String origin) {
        Instances instances = new Instances(Instances.class.getClassLoader(), origin);
        made.forEach(pipeline -> instances.noting(
                pipeline.getClass().getName(), () -> instances.add(UserCode.of(pipeline, origin), pipeline)));
        return new Listing(instances.found, instances.leftOut, made.size());
    }

    private void add(String className) {
        UserCode code = new UserCode(className, origin, loader);
        noting(
                className,
                () -> code.call(Code.NOT_CONSTRUCTIBLE, "loading it", () -> load(className))
                        .ifPresent(type -> add(code, make(code, type))));
    }

    private void add(UserCode code, Pipeline<?, ?> pipeline) {
        String name = code.call(
                Code.DEFINITION_FAILED, "its name()", () -> requireNonNull(pipeline.name(), "the name is null"));
        found.add(new Found(name, pipeline, origin));
    }

    private void noting(String className, Runnable work) {
        try {
            work.run();
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> leftOut.add(new LeftOut(className, problem)));
        }
    }

    private Optional<Class<?>> load(String className) throws ClassNotFoundException {
        Class<?> type = Class.forName(className, false, loader);
        boolean usable = Pipeline.class.isAssignableFrom(type)
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && !type.isSynthetic();
        return usable ? Optional.of(type) : Optional.empty();
    }

    private Pipeline<?, ?> make(UserCode code, Class<?> type) {
        return code.call(Code.NOT_CONSTRUCTIBLE, "its constructor", () -> {
            Constructor<?> constructor = constructor(type);
            constructor.setAccessible(true);
            return (Pipeline<?, ?>) constructor.newInstance();
        });
    }

    private Constructor<?> constructor(Class<?> type) {
        String name = type.getName();
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw refusal("%s belongs to an instance of its enclosing class.".formatted(name), "Make it static.");
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (Modifier.isPublic(constructor.getModifiers())) {
                return constructor;
            }
        } catch (NoSuchMethodException e) {
            throw refusal(
                    "%s has no constructor without parameters.".formatted(name),
                    "Add one, or list the configured instance in Penstock.main.");
        }
        throw Modifier.isPublic(type.getModifiers())
                ? refusal("The constructor of %s is not public.".formatted(name), "Make it public.")
                : refusal("%s and its constructor are not public.".formatted(name), "Make both public.");
    }

    private InvalidInputException refusal(String message, String remedy) {
        return new InvalidInputException(Code.NOT_CONSTRUCTIBLE, origin, message, remedy);
    }
}
