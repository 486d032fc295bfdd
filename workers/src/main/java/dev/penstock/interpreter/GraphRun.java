package dev.penstock.interpreter;

import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.Frontier;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.StepFailure;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the steps of one graph, each as soon as it is ready; after a failure what is at work may end, nothing begins. */
final class GraphRun {

    private final Execution run;
    private final CompiledGraph graph;
    private final Place place;
    private final Consumer<Outcome> end;
    private final Frontier frontier;
    private int running;
    private boolean finished;
    private @Nullable StepFailure failure;

    GraphRun(Execution run, CompiledGraph graph, Place place, Consumer<Outcome> end) {
        this.run = run;
        this.graph = graph;
        this.place = place;
        this.end = end;
        this.frontier = new Frontier(graph);
    }

    void start() {
        begin(frontier.first());
        finishIfDone();
    }

    private void begin(int[] steps) {
        for (int step : steps) {
            if (failure != null || place.stop().isStopped()) {
                return;
            }
            running++;
            run.agenda()
                    .post(() -> run.steps()
                            .start(
                                    graph.node(step),
                                    graph.bodies(step),
                                    place,
                                    outcome -> run.agenda().post(() -> ended(step, outcome))));
        }
    }

    private void ended(int step, Outcome outcome) {
        running--;
        switch (outcome) {
            case Outcome.Succeeded succeeded -> {
                Node node = graph.node(step);
                place.scope().output(node.name(), succeeded.value(), node.output());
                begin(frontier.ended(step));
            }
            case Outcome.Failed failed -> fail(failed.failure());
            case Outcome.NotRun notRun -> notRun(graph.node(step));
        }
        finishIfDone();
    }

    /** Right after a stop only; a graph that nothing stops would wait for such a step for ever. */
    private void notRun(Node node) {
        if (!place.stop().isStopped()) {
            Fault fault = Fault.of(FaultKind.PLATFORM, "A fault of Penstock: it ended without having run.");
            fail(StepFailure.of(node, place.path(node.name()), 1, fault));
        }
    }

    private void fail(StepFailure found) {
        if (failure == null) {
            failure = found;
            place.stop().stop();
        }
    }

    private void finishIfDone() {
        boolean done = failure != null || frontier.isDone() || place.stop().isStopped();
        if (running > 0 || finished || !done) {
            return;
        }
        finished = true;
        if (failure != null) {
            end.accept(new Outcome.Failed(failure));
        } else if (frontier.isDone()) {
            result();
        } else {
            end.accept(new Outcome.NotRun());
        }
    }

    private void result() {
        if (graph.graph().result().isEmpty()) {
            end.accept(new Outcome.Succeeded(Execution.NOTHING));
            return;
        }
        Consumer<Datum> yield = value -> end.accept(new Outcome.Succeeded(value));
        new Lookups(run, place)
                .one(
                        graph.graph().result().get(),
                        yield,
                        fault -> end.accept(new Outcome.Failed(new StepFailure(
                                "result",
                                place.path("result"),
                                1,
                                run.pipeline().spec().at().toString(),
                                fault,
                                Optional.empty()))));
    }
}
