package dev.penstock.flow;

import dev.penstock.artifact.Artifact;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Tells the accessors of components from ordinary methods. */
final class Accessors {

    private Accessors() {}

    /** Whether the method reads a component, of a record or of all records of a sealed family. */
    static boolean isComponent(Method method) {
        Class<?> owner = method.getDeclaringClass();
        if (method.getParameterCount() > 0 || Modifier.isStatic(method.getModifiers())) {
            return false;
        }
        if (owner == Artifact.class) {
            return true;
        }
        if (owner.isSealed() && owner.isInterface()) {
            return Modifier.isAbstract(method.getModifiers());
        }
        return owner.isRecord()
                && Arrays.stream(owner.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(method.getName()));
    }
}
