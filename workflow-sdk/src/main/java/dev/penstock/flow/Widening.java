package dev.penstock.flow;

import dev.penstock.artifact.Artifact;
import dev.penstock.type.ArtifactKind;
import dev.penstock.type.Generics;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the type that two types have in common. */
final class Widening {

    private Widening() {}

    /** What two types have in common, or the first where that is nothing. */
    static Type common(Type one, Type other) {
        return of(one, other).orElse(one);
    }

    static Optional<Type> of(Type one, Type other) {
        if (one.getTypeName().equals(other.getTypeName()) || other == LiteralTypes.Nothing.class) {
            return Optional.of(one);
        }
        if (one == LiteralTypes.Nothing.class) {
            return Optional.of(other);
        }
        Class<?> a = Generics.raw(one);
        Class<?> b = Generics.raw(other);
        if (a == b) {
            return sameShape(a, one, other);
        }
        if (Artifact.class.isAssignableFrom(a) && Artifact.class.isAssignableFrom(b)) {
            Optional<ArtifactKind> kind = ArtifactKind.of(a);
            return Optional.of(
                    kind.equals(ArtifactKind.of(b)) ? kind.orElseThrow().marker() : Artifact.class);
        }
        return families(a).stream()
                .filter(family -> family.isAssignableFrom(b))
                .findFirst()
                .flatMap(family -> Generics.as(one, family));
    }

    private static Optional<Type> sameShape(Class<?> raw, Type one, Type other) {
        Type[] arguments = new Type[raw.getTypeParameters().length];
        for (int i = 0; i < arguments.length; i++) {
            Optional<Type> common = of(Generics.argument(one, i), Generics.argument(other, i));
            if (common.isEmpty()) {
                return Optional.empty();
            }
            arguments[i] = common.get();
        }
        return Optional.of(Generics.parameterized(raw, arguments));
    }

    /** The sealed interfaces above a class, nearest first. */
    private static List<Class<?>> families(Class<?> type) {
        List<Class<?>> families = new ArrayList<>();
        if (type.isSealed() && !type.getName().startsWith("java.")) {
            families.add(type);
        }
        for (Class<?> parent : type.getInterfaces()) {
            families.addAll(families(parent));
        }
        return families;
    }
}
