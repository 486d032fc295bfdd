package dev.penstock.function;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Method;

/** Says which code a worker lacks. */
final class MissingCode {

    private static final String REMEDY =
            "Run a worker that has it and then \"penstock retry\" this run, or retry it with the pipeline as it is now.";

    private MissingCode() {}

    static FaultException noClass(Method method, String build, Throwable cause) {
        Fault fault = Fault.lasting(
                FaultKind.PLATFORM,
                "The class %s behind %s is not in this worker (%s)%s."
                        .formatted(
                                method.owner(),
                                method.shortText(),
                                build,
                                cause instanceof LinkageError ? ", or cannot be loaded: " + cause.getMessage() : ""),
                REMEDY);
        return new FaultException(fault, cause);
    }

    static FaultException noMethod(Method method, String build, int found) {
        return new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                found == 0
                        ? "The class %s in this worker (%s) has no method %s."
                                .formatted(method.owner(), build, method.name())
                        : "The class %s in this worker (%s) has %s methods called %s."
                                .formatted(method.owner(), build, found, method.name()),
                REMEDY));
    }

    static FaultException noService(Method method, String step) {
        return new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                "This worker has no implementation of %s, which the step \"%s\" calls.".formatted(method.owner(), step),
                "Give it to the worker: Penstock.application().service(%s.class, …); or name it in META-INF/services/%s."
                        .formatted(simple(method), method.owner())));
    }

    private static String simple(Method method) {
        String owner = method.owner();
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }
}
