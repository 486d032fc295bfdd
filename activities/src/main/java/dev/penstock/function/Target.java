package dev.penstock.function;

import dev.penstock.type.Generics;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A method found in the code, with what it takes.
 *
 * @param takesReceiver whether a function takes the object of the method as its first input
 * @param generic whether the inputs' own types say more than the declared ones
 */
record Target(Method method, List<Type> parameters, boolean takesReceiver, boolean generic) {

    static Target of(Method method) {
        boolean receiver = !Modifier.isStatic(method.getModifiers());
        List<Type> parameters = new ArrayList<>(List.of(method.getGenericParameterTypes()));
        boolean generic = parameters.stream().anyMatch(Target::hasVariables)
                || method.getDeclaringClass().getTypeParameters().length > 0;
        return new Target(method, List.copyOf(parameters), receiver, generic);
    }

    /** What the method takes as a pure function: the object itself first, where it is not static. */
    List<Type> asFunction() {
        if (!takesReceiver) {
            return parameters;
        }
        List<Type> all = new ArrayList<>();
        all.add(method.getDeclaringClass());
        all.addAll(parameters);
        return all;
    }

    private static boolean hasVariables(Type type) {
        return switch (type) {
            case TypeVariable<?> variable -> true;
            case ParameterizedType parameterized ->
                Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(Target::hasVariables);
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).anyMatch(Target::hasVariables);
            default -> Generics.raw(type) == Object.class && type != Object.class;
        };
    }
}
