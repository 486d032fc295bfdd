package dev.penstock.function;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/** The implementations of service interfaces: those given, else those that {@link ServiceLoader} finds. */
public final class Services {

    private final Map<Class<?>, Function<CallContext, ?>> given;

    private Services(Map<Class<?>, Function<CallContext, ?>> given) {
        this.given = given;
    }

    public static Services none() {
        return new Services(Map.of());
    }

    /** With one object for every call. */
    public <S> Services with(Class<S> service, S implementation) {
        return withEach(service, context -> implementation);
    }

    /** With an object for each call, which can know the call's idempotency key. */
    public <S> Services withEach(Class<S> service, Function<CallContext, ? extends S> implementation) {
        if (!service.isInterface()) {
            throw new IllegalArgumentException(service.getName() + " is not an interface");
        }
        Map<Class<?>, Function<CallContext, ?>> more = new LinkedHashMap<>(given);
        more.put(service, implementation);
        return new Services(more);
    }

    /** Whether there is an implementation; none is made. */
    boolean has(Class<?> service) {
        return given.containsKey(service)
                || (isLoadable(service)
                        && ServiceLoader.load(service, service.getClassLoader()).stream()
                                .findAny()
                                .isPresent());
    }

    Optional<Object> find(Class<?> service, CallContext context) {
        Function<CallContext, ?> known = given.get(service);
        return known == null ? loaded(service) : Optional.of(known.apply(context));
    }

    /** Of an interface that is not public, a {@link ServiceLoader} finds no implementation. */
    private static boolean isLoadable(Class<?> service) {
        return Modifier.isPublic(service.getModifiers());
    }

    private static Optional<Object> loaded(Class<?> service) {
        if (!isLoadable(service)) {
            return Optional.empty();
        }
        return ServiceLoader.load(service, service.getClassLoader()).findFirst().map(Object.class::cast);
    }
}
