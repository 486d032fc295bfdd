package dev.penstock.function;

import dev.penstock.spec.Method;
import dev.penstock.type.DataType;
import java.util.List;

/** Which method to call, with the types of the inputs as the spec knows them, and which exceptions mean bad data. */
public record FunctionTask(Method method, List<DataType> inputs, List<String> rejecting) {

    public FunctionTask {
        inputs = List.copyOf(inputs);
        rejecting = List.copyOf(rejecting);
    }
}
