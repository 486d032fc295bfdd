package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.FaultException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tracker that is made when somebody first tells it something; where that fails, nothing is kept. */
public record LateTracker(Supplier<? extends Tracker> made) implements Tracker {

    private static final Logger LOG = LoggerFactory.getLogger(LateTracker.class);

    private Tracker tracker() {
        try {
            return made.get();
        } catch (FaultException e) {
            LOG.warn("Runs are not tracked: {}", e.getMessage());
            return Tracker.none();
        }
    }

    @Override
    public void begin(RunNote run, JsonNode input) throws InterruptedException {
        tracker().begin(run, input);
    }

    @Override
    public void end(RunNote run, RunResult result) throws InterruptedException {
        tracker().end(run, result);
    }

    @Override
    public Attempt attempt(StepNote step) throws InterruptedException {
        return tracker().attempt(step);
    }
}
