package dev.penstock.flow;

import dev.penstock.problem.Code;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeReader;
import dev.penstock.type.UnsupportedTypeException;
import java.lang.reflect.Type;

/** Reads Java types for a spec and refuses those that cannot flow, with the line that asks for them. */
record DataTypes(TypeReader reader) {

    DataType dataType(Type type, Site at) {
        try {
            return reader.read(type);
        } catch (UnsupportedTypeException e) {
            String name = shortName(type);
            if (String.valueOf(e.getMessage()).contains(Value.class.getName())) {
                throw new Refusal(
                        Code.UNSUPPORTED_TYPE,
                        at,
                        "A handle is inside a constant (%s).".formatted(name),
                        "Make one handle of it: Value.list(…) for a list, Value.combine(…) for a record.");
            }
            throw new Refusal(
                    Code.UNSUPPORTED_TYPE,
                    at,
                    "%s cannot flow between steps: %s".formatted(name, e.getMessage()),
                    e.remedy());
        }
    }

    /** The type for people: class names without their package. */
    static String shortName(Type type) {
        return type.getTypeName().replaceAll("[\\w.]*[.$](?=\\w)", "");
    }
}
