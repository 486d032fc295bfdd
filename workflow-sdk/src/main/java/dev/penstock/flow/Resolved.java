package dev.penstock.flow;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.spec.Expression;
import dev.penstock.type.Scalar;
import java.lang.reflect.Type;

/** What a handle became: an expression and the Java type of its values. */
record Resolved(Expression expression, Type type) {

    private static final Resolved BROKEN =
            new Resolved(new Expression.Constant(NullNode.instance, Scalar.NOTHING), LiteralTypes.Nothing.class);

    /** Stands where a problem was reported; fits everywhere, so that one mistake is told once. */
    static Resolved broken() {
        return BROKEN;
    }

    boolean isBroken() {
        return this == BROKEN;
    }
}
