package dev.penstock.flow;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.penstock.spec.Expression;
import dev.penstock.type.Scalar;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;

/** What a handle became: an expression and the Java type of its values, never a primitive one. */
record Resolved(Expression expression, Type type) {

    Resolved {
        if (type instanceof Class<?> plain) {
            type = MethodType.methodType(plain).wrap().returnType();
        }
    }

    private static final Resolved BROKEN = new Resolved(
            new Expression.Constant(MissingNode.getInstance(), Scalar.NOTHING), LiteralTypes.Nothing.class);

    /** Stands where a problem was reported; fits everywhere, so that one mistake is told once. */
    static Resolved broken() {
        return BROKEN;
    }

    boolean isBroken() {
        return equals(BROKEN);
    }
}
