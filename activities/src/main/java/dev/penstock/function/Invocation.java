package dev.penstock.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.fault.Thrown;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Method;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls methods by name with JSON and tells the user's faults from the platform's. */
public record Invocation(Code code, Services services) {

    /** Applies a pure function. */
    public JsonNode apply(FunctionTask task, List<JsonNode> inputs) {
        Target target = code.find(task.method());
        List<Type> parameters = target.asFunction();
        Object[] values = new Inputs(code, task).decode(inputs, parameters, target.generic());
        if (!target.takesReceiver()) {
            return invoke(task, target, null, values);
        }
        return invoke(task, target, values[0], Arrays.copyOfRange(values, 1, values.length));
    }

    /** Calls a method of a service. */
    public JsonNode call(FunctionTask task, List<JsonNode> inputs, CallContext context) {
        Target target = code.find(task.method());
        Object[] values = new Inputs(code, task).decode(inputs, target.parameters(), target.generic());
        Class<?> service = service(task.method());
        Object implementation =
                found(service, context).orElseThrow(() -> MissingCode.noService(task.method(), context.step()));
        return invoke(task, target, implementation, values);
    }

    /** Why the method could not be called here; nothing where its code is there. */
    public Optional<Fault> missingCode(Method method) {
        try {
            code.find(method);
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.fault());
        }
    }

    /** Why a method whose code is there could not be called as that of a service; nothing where it could. */
    public Optional<Fault> missingService(Method method, String step) {
        return services.has(service(method))
                ? Optional.empty()
                : Optional.of(MissingCode.noService(method, step).fault());
    }

    private Class<?> service(Method method) {
        try {
            return Class.forName(method.owner(), false, code.loader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("its method was found a moment ago: " + method, e);
        }
    }

    private Optional<Object> found(Class<?> service, CallContext context) {
        try {
            return services.find(service, context);
        } catch (FaultException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            String message = "The implementation of %s cannot be made: %s"
                    .formatted(service.getName(), Thrown.of(e).words());
            throw new FaultException(Fault.of(FaultKind.USER, message).because(e), e);
        }
    }

    private static JsonNode invoke(
            FunctionTask task, Target target, @Nullable Object receiver, @Nullable Object[] values) {
        try {
            return Results.encode(target.method().invoke(receiver, values), target);
        } catch (InvocationTargetException e) {
            throw thrown(task, Optional.ofNullable(e.getCause()).orElse(e));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FaultException thrown(FunctionTask task, Throwable cause) {
        if (cause instanceof FaultException fault) {
            return fault;
        }
        FaultKind kind = isRejection(cause, task.rejecting()) ? FaultKind.REJECTED : FaultKind.USER;
        return new FaultException(Fault.of(kind, Thrown.of(cause).words()).because(cause), cause);
    }

    private static boolean isRejection(Throwable cause, List<String> rejecting) {
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            if (rejecting.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }
}
