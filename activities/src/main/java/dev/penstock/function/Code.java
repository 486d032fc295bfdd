package dev.penstock.function;

import dev.penstock.spec.Method;
import dev.penstock.store.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The code of the application, in which methods are found by the names that specs have for them. */
public final class Code {

    private final ClassLoader loader;
    private final String build;
    private final Map<Method, Target> known = new ConcurrentHashMap<>();
    private final Map<Type, Taken> taken = new ConcurrentHashMap<>();

    /** The name of the build appears in messages about code that is not there. */
    public Code(ClassLoader loader, String build) {
        this.loader = loader;
        this.build = build;
    }

    ClassLoader loader() {
        return loader;
    }

    /** The method; a {@link dev.penstock.fault.FaultException} that says what is missing and what to do. */
    Target find(Method name) {
        Target before = known.get(name);
        if (before != null) {
            return before;
        }
        Target found = Target.of(look(name));
        known.put(name, found);
        return found;
    }

    /** What a parameter of this type takes; an {@link dev.penstock.type.UnsupportedTypeException} where no value can be. */
    Taken taken(Type type) {
        return taken.computeIfAbsent(type, Taken::of);
    }

    /** The digest of the class that has the method; nothing where its file cannot be read. */
    public Optional<String> digest(Method name) {
        String file = name.owner().replace('.', '/') + ".class";
        try (InputStream bytes = loader.getResourceAsStream(file)) {
            return bytes == null ? Optional.empty() : Optional.of(Digests.of(bytes.readAllBytes()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private java.lang.reflect.Method look(Method name) {
        Class<?> owner;
        try {
            owner = Class.forName(name.owner(), true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw MissingCode.noClass(name, build, e);
        }
        List<java.lang.reflect.Method> named = named(owner, name.name());
        if (named.size() != 1) {
            throw MissingCode.noMethod(name, build, named.size());
        }
        named.getFirst().setAccessible(true);
        return named.getFirst();
    }

    private static List<java.lang.reflect.Method> named(Class<?> owner, String name) {
        List<java.lang.reflect.Method> all = new ArrayList<>(Arrays.asList(owner.getDeclaredMethods()));
        all.addAll(Arrays.asList(owner.getMethods()));
        Map<List<Class<?>>, java.lang.reflect.Method> named = new LinkedHashMap<>();
        for (java.lang.reflect.Method method : all) {
            if (method.getName().equals(name) && !method.isSynthetic() && !method.isBridge()) {
                named.putIfAbsent(Arrays.asList(method.getParameterTypes()), method);
            }
        }
        return List.copyOf(named.values());
    }
}
