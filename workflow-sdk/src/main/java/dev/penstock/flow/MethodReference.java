package dev.penstock.flow;

import dev.penstock.problem.Code;
import dev.penstock.spec.Site;
import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A method reference read by name, so that a worker can find the same method again. */
record MethodReference(Class<?> owner, String name, boolean constructor) {

    /** The method behind a reference; a {@link Refusal} when it has no name that outlives this build. */
    static MethodReference of(Serializable reference, Site at) {
        SerializedLambda lambda = serialized(reference, at);
        if (lambda.getImplMethodName().startsWith("lambda$")) {
            throw lambda(at);
        }
        if (lambda.getCapturedArgCount() > 0) {
            throw captures(lambda, at);
        }
        try {
            ClassLoader loader = reference.getClass().getClassLoader();
            return new MethodReference(
                    Class.forName(owner(lambda), false, loader),
                    lambda.getImplMethodName(),
                    lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class that the author wrote; for an inherited method of a service, that is not where it is declared. */
    private static String owner(SerializedLambda lambda) {
        boolean service = lambda.getImplMethodKind() == MethodHandleInfo.REF_invokeInterface;
        String declared = lambda.getImplClass();
        String signature = lambda.getInstantiatedMethodType();
        return (service ? signature.substring("(L".length(), signature.indexOf(';')) : declared).replace('/', '.');
    }

    private static SerializedLambda serialized(Serializable reference, Site at) {
        try {
            Method writeReplace = reference.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return (SerializedLambda) writeReplace.invoke(reference);
        } catch (InaccessibleObjectException e) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    at,
                    "The module of %s does not let Penstock read its method references."
                            .formatted(reference.getClass().getName()),
                    "Add \"opens %s;\" to its module-info.java."
                            .formatted(reference.getClass().getPackageName()));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw lambda(at);
        }
    }

    private static Refusal lambda(Site at) {
        return new Refusal(
                Code.LAMBDA,
                at,
                "Expected a method reference such as Split::train, got a lambda at %s.".formatted(at),
                "Write a static method and refer to it: a lambda has no name that outlives this build.");
    }

    private static Refusal captures(SerializedLambda lambda, Site at) {
        return new Refusal(
                Code.LAMBDA,
                at,
                "Expected a method reference such as Split::train, but %s belongs to one object."
                        .formatted(lambda.getImplMethodName()),
                "Make it a static method: an object of the definition is not there when the step runs.");
    }

    /** The accessor of a component of that name; else the one method of that name. */
    Method accessor(Site at) {
        return candidates().stream()
                .filter(method ->
                        method.getName().equals(name) && !method.isSynthetic() && Accessors.isComponent(method))
                .findFirst()
                .orElseGet(() -> method(at));
    }

    /** The one method of that name. */
    Method method(Site at) {
        Map<List<Class<?>>, Method> named = new LinkedHashMap<>();
        for (Method method : candidates()) {
            if (method.getName().equals(name) && !method.isSynthetic() && !method.isBridge()) {
                named.putIfAbsent(Arrays.asList(method.getParameterTypes()), method);
            }
        }
        if (named.size() != 1) {
            throw new Refusal(
                    Code.UNRESOLVABLE_METHOD,
                    at,
                    "%s is %s.".formatted(this, named.isEmpty() ? "nowhere to be found" : "overloaded"),
                    "A step finds its method by name alone: give the method a name of its own.");
        }
        return named.values().iterator().next();
    }

    private List<Method> candidates() {
        List<Method> methods = new ArrayList<>(Arrays.asList(owner.getDeclaredMethods()));
        for (Method inherited : owner.getMethods()) {
            if (inherited.getDeclaringClass() != Object.class || owner == Object.class) {
                methods.add(inherited);
            }
        }
        return methods;
    }

    static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }

    dev.penstock.spec.Method toSpec() {
        return new dev.penstock.spec.Method(owner.getName(), name);
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "::" + name;
    }
}
