package dev.penstock.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.type.Conformance;
import dev.penstock.type.DataType;
import dev.penstock.type.JavaTypes;
import dev.penstock.type.JsonDecoder;
import dev.penstock.type.RefusedValueException;
import dev.penstock.type.UnsupportedTypeException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the JSON of inputs into the Java values that a method takes, or says why they do not fit this build. */
record Inputs(Code code, FunctionTask task) {

    private static final JsonDecoder DECODER = new JsonDecoder();
    private static final String REMEDY = "The code has changed since the run began: run a worker with the build that"
            + " fits, or retry the run with the pipeline as it is now.";

    /** The values, in the order of the method's parameters. */
    Object[] decode(List<JsonNode> given, List<Type> parameters, boolean generic) {
        if (given.size() != parameters.size()) {
            throw misfit("it takes %s inputs, the run has %s".formatted(parameters.size(), given.size()));
        }
        Object[] values = new Object[given.size()];
        for (int i = 0; i < values.length; i++) {
            Type type = generic ? actual(task.inputs().get(i)) : parameters.get(i);
            values[i] = decode(given.get(i), type, i);
        }
        return values;
    }

    private Type actual(DataType type) {
        try {
            return new JavaTypes(code.loader()).of(type);
        } catch (ClassNotFoundException e) {
            throw misfit("the class %s is not in this worker".formatted(e.getMessage()));
        }
    }

    private Object decode(JsonNode given, Type type, int index) {
        Problems problems = new Problems();
        try {
            Taken taken = code.taken(type);
            JsonNode checked = new Conformance(taken.types(), path -> "input " + (index + 1) + " at " + path, problems)
                    .check(given, taken.type());
            if (problems.none()) {
                return DECODER.decode(checked, type);
            }
        } catch (UnsupportedTypeException e) {
            throw misfit(String.valueOf(e.getMessage()));
        } catch (RefusedValueException e) {
            throw misfit("input %s at %s was refused: %s".formatted(index + 1, e.path(), e.getMessage()));
        }
        throw misfit(problems.list().stream().map(Inputs::words).collect(Collectors.joining("; ")));
    }

    private static String words(Problem problem) {
        return "%s: %s".formatted(problem.where(), problem.message());
    }

    private FaultException misfit(String why) {
        return new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                "%s in this worker does not take what the run gives it: %s."
                        .formatted(task.method().shortText(), why)
                        .replace("..", "."),
                REMEDY));
    }
}
