package dev.penstock.interpreter;

import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.StepState;
import dev.penstock.spec.Node;
import java.util.Optional;

/** Runs one of two bodies. */
record ChoiceRun(Steps.Step step) {

    void start(Node.When when, CompiledGraph then, CompiledGraph otherwise) {
        step.lookups()
                .decide(
                        when.condition(),
                        holds -> {
                            String words = holds ? "the condition holds" : "the condition does not hold";
                            step.run().board().begins(when, step.path(), StepState.RUNNING, 0, words, Optional.empty());
                            skip(holds ? otherwise : then);
                            GraphRun body = new GraphRun(
                                    step.run(),
                                    holds ? then : otherwise,
                                    step.place().inside(),
                                    step::endAs);
                            step.run().agenda().post(body::start);
                        },
                        step::fail);
    }

    private void skip(CompiledGraph body) {
        for (Node node : body.graph().nodes()) {
            step.run()
                    .board()
                    .ends(
                            node,
                            step.place().path(node.name()),
                            StepState.SKIPPED,
                            0,
                            "the other branch was taken",
                            Optional.empty());
        }
    }
}
