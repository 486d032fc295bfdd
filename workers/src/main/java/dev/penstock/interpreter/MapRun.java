package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.CompiledGraph;
import dev.penstock.engine.StepState;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Optional;

/** Runs a body once per item of a list. */
final class MapRun {

    private final Steps.Step step;
    private final CompiledGraph body;
    private final Timeouts timeouts;

    MapRun(Steps.Step step, CompiledGraph body) {
        this.step = step;
        this.body = body;
        this.timeouts = new Timeouts(step);
    }

    void start(Node.ForEach map) {
        step.run().board().begins(map, step.path(), StepState.RUNNING, 0, "", Optional.empty());
        State state = step.run().state();
        Instant since = state.clock(step.path()).orElse(Board.now());
        state.opened(step.path(), Carried.Open.since(since));
        timeouts.start(since);
        step.lookups().one(map.items().from(), list -> work(map, list), timeouts::fail);
    }

    private void work(Node.ForEach map, Datum list) {
        MapWork.Share whole = new MapWork.Share(step.path(), 0, atMost(map), count -> tolerated(map, count));
        new MapWork(step, map, body, timeouts.place(), whole).start(list, result -> {
            step.run().state().forgetInside(step.path() + "[");
            timeouts.end(result.outcome());
        });
    }

    static int atMost(Node.ForEach map) {
        return map.setting(Setting.AtMost.class).map(Setting.AtMost::items).orElse(Integer.MAX_VALUE);
    }

    private static long tolerated(Node.ForEach map, long items) {
        // A tenth of ten is one, although 0.1 is a little less than a tenth.
        return map.setting(Setting.Tolerate.class)
                .map(tolerate -> (long) Math.floor(tolerate.ratio() * items + 1e-9))
                .orElse(0L);
    }
}
