package dev.penstock.flow;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Keeps javac's messages about a wrong number of inputs to one line: these types fit no value. */
public final class Inputs {

    private Inputs() {}

    /** As a list that may hold nulls, which are reported with their place later. */
    static List<Value<?>> list(Value<?>... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** Seen in an error: the method has one input more than were given. */
    public static final class OneInputMissing {
        private OneInputMissing() {}

        IllegalStateException never() {
            return new IllegalStateException("an input is missing");
        }
    }

    /** Seen in an error: the method has one input less than were given. */
    public static final class OneInputTooMany {
        private OneInputTooMany() {}

        IllegalStateException never() {
            return new IllegalStateException("there is an input too many");
        }
    }

    /** Seen in an error: a method of a step has at most four inputs; put them into a record. */
    public static final class FiveInputsDeserveARecord {
        private FiveInputsDeserveARecord() {}

        IllegalStateException never() {
            return new IllegalStateException("five inputs deserve a record");
        }
    }
}
