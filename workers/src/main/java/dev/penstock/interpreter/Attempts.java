package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.Recovery;
import dev.penstock.engine.Rules;
import dev.penstock.engine.Spent;
import dev.penstock.engine.StepState;
import dev.penstock.fault.Fault;
import dev.penstock.spec.Words;
import dev.penstock.step.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Counts the attempts of a step and waits between them. */
final class Attempts {

    private final Steps.Step step;
    private final Execution run;
    private final Rules rules;
    private Spent spent = Spent.nothing();
    private Placement placement;

    /** Is told that there is no further attempt, and why; empty where there is nothing to explain. */
    interface GivenUp {
        void because(Fault fault, Optional<String> why);
    }

    Attempts(Steps.Step step) {
        this.step = step;
        this.run = step.run();
        this.rules = Rules.of(step.node());
        this.placement = rules.placement();
        run.state().open(step.path()).ifPresent(before -> {
            spent = before.spent();
            placement = before.placement().orElse(placement);
        });
    }

    int number() {
        return spent.attempts() + 1;
    }

    Placement placement() {
        return placement;
    }

    /** Tries again or gives up after an attempt that failed. */
    void after(Fault fault, Runnable again, GivenUp givenUp) {
        switch (Recovery.after(fault, spent, rules, placement)) {
            case Recovery.Next.GiveUp giveUp ->
                givenUp.because(fault, Optional.of(giveUp.why()).filter(why -> !why.isEmpty()));
            case Recovery.Next.Again next -> {
                if (step.place().stop().isStopped()) {
                    givenUp.because(fault, Optional.empty());
                    return;
                }
                spent = next.spent();
                placement = next.placement();
                remember();
                pause(next.pause(), fault, again, givenUp);
            }
        }
    }

    private void remember() {
        run.state()
                .opened(
                        step.path(),
                        new Carried.Open(
                                Board.now(),
                                spent,
                                Optional.of(placement),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));
    }

    private void pause(Duration pause, Fault fault, Runnable again, GivenUp givenUp) {
        if (pause.isZero()) {
            again.run();
            return;
        }
        String why = "attempt %s in %s: %s".formatted(number(), Words.of(pause), fault.message());
        run.board().changes(step.path(), StepState.RETRYING, why);
        String summary = "%s: attempt %s".formatted(step.node().name(), number());
        new Waiting(run, step.place(), pause, summary).start(end -> {
            switch (end) {
                case ELAPSED -> again.run();
                case STOPPED -> givenUp.because(fault, Optional.empty());
                case CANCELLED -> givenUp.because(Waiting.cancelled(), Optional.empty());
            }
        });
    }
}
