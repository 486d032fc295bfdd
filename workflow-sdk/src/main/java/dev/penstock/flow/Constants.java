package dev.penstock.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.JsonEncoder;
import dev.penstock.type.UnsupportedTypeException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Turns constants of the user's code into expressions. */
record Constants(DataTypes types) {

    private static final JsonEncoder ENCODER = new JsonEncoder();

    Resolved of(@Nullable Object value, Type type, Site at) {
        if (value instanceof Value<?>) {
            throw new Refusal(
                    Code.UNSUPPORTED_TYPE, at, "A handle is wrapped as a constant.", "Use the handle itself.");
        }
        if (value instanceof Approved<?>) {
            throw new Refusal(
                    Code.FORGED_EVIDENCE,
                    at,
                    "An approval is made by hand.",
                    "Use flow.approval(…).of(value): only people approve.");
        }
        if (value == null) {
            throw new Refusal(
                    Code.NULL_VALUE, at, "A null is used as a constant.", "Use an Optional where nothing is allowed.");
        }
        DataType dataType = types.dataType(type, at);
        try {
            JsonNode json = ENCODER.encode(value);
            Handles.refuseIn(json, Code.UNSUPPORTED_TYPE, at, "Write Value.text(\"… {} …\", handle).");
            return new Resolved(new Expression.Constant(json, dataType), type);
        } catch (NullPointerException e) {
            throw new Refusal(
                    Code.NULL_VALUE,
                    at,
                    "In a constant, %s.".formatted(e.getMessage()),
                    "Use an Optional where nothing is allowed.");
        } catch (UnsupportedTypeException e) {
            throw new Refusal(Code.UNSUPPORTED_TYPE, at, "In a constant: " + e.getMessage(), e.remedy());
        }
    }
}
