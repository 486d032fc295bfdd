package dev.penstock.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.fault.Thrown;
import dev.penstock.flow.Done;
import dev.penstock.flow.FaultKind;
import dev.penstock.type.JsonEncoder;
import dev.penstock.type.UnsupportedTypeException;
import org.jspecify.annotations.Nullable;

/** Turns what a method returned into JSON, or says why it cannot flow on. */
final class Results {

    private static final JsonEncoder ENCODER = new JsonEncoder();
    private static final int DEEPEST_CAUSE = 2;

    private Results() {}

    static JsonNode encode(@Nullable Object result, Target target) {
        if (target.method().getReturnType() == void.class) {
            return ENCODER.encode(new Done());
        }
        String name = name(target);
        if (result == null) {
            throw refused(name + " returned null.", "Return a value, or an Optional where there may be none.");
        }
        try {
            return ENCODER.encode(result);
        } catch (NullPointerException e) {
            throw refused(
                    "In what %s returned, %s.".formatted(name, e.getMessage()),
                    "Put a value there, or make the component an Optional.");
        } catch (UnsupportedTypeException e) {
            throw refused("What %s returned cannot flow on: %s".formatted(name, e.getMessage()), e.remedy());
        } catch (OutOfMemoryError e) {
            throw refused(
                    "What %s returned does not fit into the memory of this worker: %s"
                            .formatted(name, Thrown.of(e).words()),
                    "Return less, such as an artifact that names where the data is, or give the worker more memory.");
        } catch (RuntimeException | Error e) {
            throw refused(
                    "What %s returned cannot flow on: %s".formatted(name, root(e)),
                    "Return a value whose parts can all be read.");
        }
    }

    private static String root(Throwable thrown) {
        return Thrown.chain(thrown, DEEPEST_CAUSE).getLast().words();
    }

    private static String name(Target target) {
        return target.method().getDeclaringClass().getSimpleName() + "::"
                + target.method().getName();
    }

    private static FaultException refused(String message, String remedy) {
        return new FaultException(Fault.lasting(FaultKind.USER, message, remedy));
    }
}
