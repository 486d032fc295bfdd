package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.Scope;
import dev.penstock.engine.Spent;
import dev.penstock.engine.StepState;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs a body on what it yielded before, until a condition holds or the count is reached. */
final class LoopRun {

    private final Steps.Step step;
    private final CompiledGraph body;
    private final Timeouts timeouts;
    private final Instant since;

    LoopRun(Steps.Step step, CompiledGraph body) {
        this.step = step;
        this.body = body;
        this.timeouts = new Timeouts(step);
        this.since = step.run().state().clock(step.path()).orElse(Board.now());
    }

    void start(Node.Repeat repeat) {
        step.run().board().begins(repeat, step.path(), StepState.RUNNING, 0, "", Optional.empty());
        timeouts.start(since);
        Optional<Carried.Open> before = step.run().state().open(step.path());
        if (before.isPresent() && before.get().state().isPresent()) {
            pass(
                    repeat,
                    before.get().iteration().orElse(0),
                    before.get().state().get());
            return;
        }
        // The body runs once at least: the condition is asked of what it yields.
        step.lookups().one(repeat.initial(), state -> pass(repeat, 0, state), timeouts::fail);
    }

    private void pass(Node.Repeat repeat, int iteration, Datum state) {
        step.run()
                .state()
                .opened(
                        step.path(),
                        new Carried.Open(
                                since,
                                Spent.nothing(),
                                Optional.empty(),
                                Optional.of(iteration),
                                Optional.of(state),
                                List.of()));
        step.run()
                .board()
                .changes(
                        step.path(),
                        StepState.RUNNING,
                        "pass %s of at most %s".formatted(iteration + 1, repeat.atMost()));
        String prefix = "%s[%s]/".formatted(step.path(), iteration);
        Place place = timeouts.place().pass(scope(state), prefix, "pass " + (iteration + 1));
        GraphRun run = new GraphRun(step.run(), body, place, outcome -> passed(repeat, iteration, prefix, outcome));
        step.run().agenda().post(run::start);
    }

    private void passed(Node.Repeat repeat, int iteration, String prefix, Outcome outcome) {
        if (!(outcome instanceof Outcome.Succeeded succeeded)) {
            timeouts.end(outcome);
            return;
        }
        Datum state = succeeded.value();
        Place asked = step.place().pass(scope(state), prefix, "");
        new Lookups(step.run(), asked)
                .decide(
                        repeat.until(),
                        holds -> {
                            // Not before: a new history that begins meanwhile would do the pass again.
                            step.run().state().forgetInside(prefix);
                            if (holds || iteration + 1 >= repeat.atMost()) {
                                timeouts.end(outcome);
                            } else {
                                pass(repeat, iteration + 1, state);
                            }
                        },
                        timeouts::fail);
    }

    private Scope scope(Datum state) {
        return step.place()
                .scope()
                .inside()
                .withState(step.node().name(), state, step.node().output());
    }
}
