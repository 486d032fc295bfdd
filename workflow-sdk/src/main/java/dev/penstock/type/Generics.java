package dev.penstock.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Follows type arguments through declarations: what a variable stands for at a given place. */
public final class Generics {

    private Generics() {}

    /** A generic type with its arguments. */
    public static ParameterizedType parameterized(Class<?> raw, Type... arguments) {
        return new Parameterized(raw, List.of(arguments));
    }

    public static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }

    /** The n-th type argument; a wildcard counts as its bound. */
    public static Type argument(Type type, int index) {
        if (!(type instanceof ParameterizedType generic)) {
            throw Unsupported.raw(raw(type));
        }
        return bound(generic.getActualTypeArguments()[index]);
    }

    private static Type bound(Type type) {
        return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
    }

    /** What the variables of a generic type stand for. */
    public static Map<TypeVariable<?>, Type> bindings(Type type) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = raw(type).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bindings.put(variables[i], bound(generic.getActualTypeArguments()[i]));
            }
        }
        return bindings;
    }

    /** The type with each known variable replaced. */
    public static Type resolve(Type type, Map<TypeVariable<?>, Type> bindings) {
        return switch (type) {
            case TypeVariable<?> variable -> bindings.getOrDefault(variable, variable);
            case ParameterizedType generic ->
                parameterized(
                        raw(generic),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(argument -> resolve(bound(argument), bindings))
                                .toArray(Type[]::new));
            default -> type;
        };
    }

    /**
     * Learns what variables in the declared type stand for from a type that is used in its place; where a variable
     * stands for two types, it is told what they have in common.
     */
    public static void unify(
            Type declared, Type actual, Map<TypeVariable<?>, Type> bindings, BinaryOperator<Type> common) {
        switch (bound(declared)) {
            case TypeVariable<?> variable -> bindings.merge(variable, actual, common);
            case ParameterizedType generic -> {
                Optional<Type> seen = as(actual, raw(generic));
                if (seen.isPresent() && seen.get() instanceof ParameterizedType other) {
                    for (int i = 0; i < generic.getActualTypeArguments().length; i++) {
                        unify(generic.getActualTypeArguments()[i], argument(other, i), bindings, common);
                    }
                }
            }
            case GenericArrayType array -> {}
            default -> {}
        }
    }

    /** The type as one of its supertypes, arguments included. */
    public static Optional<Type> as(Type type, Class<?> target) {
        Class<?> raw = raw(type);
        if (raw == target) {
            return Optional.of(type);
        }
        Map<TypeVariable<?>, Type> bindings = bindings(type);
        for (Type parent : raw.getGenericInterfaces()) {
            Optional<Type> found = as(resolve(parent, bindings), target);
            if (found.isPresent()) {
                return found;
            }
        }
        Type superclass = raw.getGenericSuperclass();
        return superclass == null ? Optional.empty() : as(resolve(superclass, bindings), target);
    }

    /** A subclass with the arguments that follow from those of its supertype. */
    static Type asSubtype(Class<?> subclass, Class<?> parent, Type parentType) {
        if (subclass.getTypeParameters().length == 0) {
            return subclass;
        }
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        Type generic = parameterized(subclass, subclass.getTypeParameters());
        as(generic, parent).ifPresent(seen -> unify(seen, parentType, bindings, (one, other) -> one));
        return resolve(generic, bindings);
    }

    private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public String getTypeName() {
            return raw.getTypeName() + "<"
                    + String.join(
                            ", ", arguments.stream().map(Type::getTypeName).toList()) + ">";
        }
    }
}
