package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.mlflow.Measurement;
import dev.penstock.mlflow.TrackedRun;
import dev.penstock.mlflow.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One attempt in MLflow; what it measures on the way is sent every few seconds, and never holds it up. */
final class StepTrack implements Tracker.Attempt {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Tracking tracking;
    private final TrackedRun run;
    private final InstantSource clock;
    private final List<Measurement> unsent = new ArrayList<>();
    private Instant sent;
    private boolean sending;

    StepTrack(Tracking tracking, TrackedRun run, InstantSource clock) {
        this.tracking = tracking;
        this.run = run;
        this.clock = clock;
        this.sent = clock.instant();
    }

    @Override
    public synchronized void progress(JsonNode details) {
        Instant now = clock.instant();
        long step = details.path("step").asLong(0);
        details.path("metrics")
                .properties()
                .forEach(each -> unsent.add(
                        new Measurement(each.getKey(), each.getValue().asDouble(Double.NaN), now, step)));
        if (!unsent.isEmpty() && !sending && Duration.between(sent, now).compareTo(PAUSE) >= 0) {
            sending = true;
            Thread.ofVirtual().name("penstock-metrics").start(this::send);
        }
    }

    private void send() {
        try {
            MlflowTracker.quietly(run.id(), () -> {
                tracking.log(run, new TreeMap<>(), taken());
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sentAt(clock.instant());
        }
    }

    private synchronized List<Measurement> taken() {
        List<Measurement> all = List.copyOf(unsent);
        unsent.clear();
        return all;
    }

    private synchronized void sentAt(Instant time) {
        sent = time;
        sending = false;
    }

    @Override
    public void end(Ending ending, JsonNode output) throws InterruptedException {
        Instant now = clock.instant();
        List<Measurement> last = new ArrayList<>(taken());
        Facts.metrics(output).forEach((name, value) -> last.add(new Measurement(name, value, now, 0)));
        MlflowTracker.quietly(run.id(), () -> {
            tracking.log(run, new TreeMap<>(), last);
            tracking.end(run, MlflowTracker.state(ending));
            return true;
        });
    }
}
