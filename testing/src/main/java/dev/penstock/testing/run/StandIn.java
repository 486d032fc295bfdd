package dev.penstock.testing.run;

/** Does the work of a step instead of the step itself; what it throws is the step's own failure. */
public interface StandIn {

    /** What the step yields: a value of the step's type, or its JSON. */
    Object instead(StepInputs inputs) throws Exception;
}
