package dev.penstock.interpreter;

import dev.penstock.engine.Answer;
import dev.penstock.engine.RunStatus;
import dev.penstock.value.Datum;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/** What others may ask of a running workflow. */
public interface Controls {

    String ANSWER = "answer";
    String STOP = "stop";
    String STATUS = "status";
    String CARRIED = "carried";

    /** Takes the answer to an approval and says what follows. */
    @UpdateMethod(name = ANSWER)
    String answer(Answer answer);

    @UpdateValidatorMethod(updateName = ANSWER)
    void check(Answer answer);

    /** Lets what is at work end, and begins nothing more. */
    @SignalMethod(name = STOP)
    void stop();

    @QueryMethod(name = STATUS, description = "How far the steps are.")
    RunStatus status();

    @QueryMethod(name = CARRIED, description = "What is done so far; by reference where it is much.")
    Datum carried();
}
