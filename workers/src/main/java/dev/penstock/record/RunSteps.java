package dev.penstock.record;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The steps of a recorded run as they were last heard of, and what they yielded. */
public final class RunSteps {

    /** With more results than this, those inside steps that have ended are left out, as the interpreter does. */
    private static final int MOST_INSIDE = 500;

    private final Map<String, StepStatus> statuses = new LinkedHashMap<>();
    private final Map<String, Datum> values = new LinkedHashMap<>();

    RunSteps() {}

    void add(RunEvent.Step event) {
        String path = event.status().path();
        statuses.put(path, event.status());
        if (event.status().state() == StepState.SUCCEEDED || event.status().state() == StepState.REUSED) {
            values.put(path, event.value().orElse(Datum.of(NullNode.instance)));
        } else {
            values.remove(path);
        }
    }

    public List<StepStatus> statuses() {
        return List.copyOf(statuses.values());
    }

    /** By path. */
    public Map<String, Datum> values() {
        return Collections.unmodifiableMap(values);
    }

    /** What another run need not do again. */
    public Carried carried() {
        SortedMap<String, Carried.Done> done = new TreeMap<>();
        values.forEach((path, value) -> {
            StepStatus status = Optional.ofNullable(statuses.get(path)).orElseThrow();
            Instant to = status.to().orElse(status.from());
            done.put(path, new Carried.Done(value, status.attempt(), status.from(), to));
        });
        SortedMap<String, Carried.Open> open = new TreeMap<>();
        statuses.values().stream()
                .filter(status -> status.kind().equals("pause") && status.state() == StepState.WAITING)
                .forEach(status -> open.put(status.path(), Carried.Open.since(status.from())));
        if (done.size() > MOST_INSIDE) {
            forgetInside(done);
        }
        return new Carried(false, Optional.empty(), done, open, new TreeMap<>(), new TreeMap<>());
    }

    private static void forgetInside(SortedMap<String, Carried.Done> done) {
        for (String path : List.copyOf(done.keySet())) {
            if (done.containsKey(path) && !path.endsWith("]")) {
                done.subMap(path + "/", path + "/" + Character.MAX_VALUE).clear();
                done.subMap(path + "[", path + "[" + Character.MAX_VALUE).clear();
            }
        }
    }
}
