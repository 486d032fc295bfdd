package dev.penstock.engine;

import dev.penstock.value.Datum;

/** How a step or a graph ended. */
public sealed interface Outcome {

    record Succeeded(Datum value) implements Outcome {}

    /** Failed, rejected or cancelled; the kind of the fault tells. */
    record Failed(StepFailure failure) implements Outcome {}

    /** It never began, or gave up waiting, since something else had failed. */
    record NotRun() implements Outcome {}
}
