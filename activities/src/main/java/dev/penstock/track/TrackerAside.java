package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells another tracker of attempts while their steps go on; a run ends when all that is known here is told. */
public final class TrackerAside implements Tracker {

    private static final Logger LOG = LoggerFactory.getLogger(TrackerAside.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_UNTOLD = 10_000;

    private final Tracker tracker;
    private final Map<AttemptAside, String> runs = new ConcurrentHashMap<>();

    public TrackerAside(Tracker tracker) {
        this.tracker = tracker;
    }

    @Override
    public void begin(RunNote run, JsonNode input) throws InterruptedException {
        tracker.begin(run, input);
    }

    @Override
    public void end(RunNote run, RunResult result) throws InterruptedException {
        settle(Set.of(run.run()), PATIENCE);
        tracker.end(run, result);
    }

    @Override
    public Attempt attempt(StepNote step) {
        AttemptAside attempt = new AttemptAside(step);
        runs.put(attempt, step.run());
        Thread.ofVirtual().name("penstock-track").start(attempt::tell);
        return attempt;
    }

    /** Waits for so long until all attempts that have ended are told. */
    public void settle(Duration patience) throws InterruptedException {
        settle(Set.copyOf(runs.values()), patience);
    }

    private void settle(Set<String> those, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        List<AttemptAside> ended = runs.entrySet().stream()
                .filter(each -> those.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .filter(attempt -> attempt.ended)
                .toList();
        for (AttemptAside attempt : ended) {
            if (!attempt.told.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("How {} ended is not tracked yet", attempt.step.path());
            }
        }
    }

    /** Something to tell; gives whether there is more to come. */
    private interface Telling {
        boolean to(Attempt attempt) throws InterruptedException;
    }

    private final class AttemptAside implements Attempt {

        private final StepNote step;
        private final BlockingQueue<Telling> untold = new LinkedBlockingQueue<>();
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile boolean ended;

        AttemptAside(StepNote step) {
            this.step = step;
        }

        void tell() {
            try {
                Attempt attempt = tracker.attempt(step);
                boolean more = true;
                while (more) {
                    more = untold.take().to(attempt);
                }
            } catch (InterruptedException | RuntimeException e) {
                LOG.warn("{} is not tracked: {}", step.path(), e.toString());
            } finally {
                runs.remove(this);
                told.countDown();
            }
        }

        /** What is told faster than the tracker takes it is left out. */
        @Override
        public void progress(JsonNode details) {
            if (untold.size() < MOST_UNTOLD) {
                untold.add(attempt -> {
                    attempt.progress(details);
                    return true;
                });
            }
        }

        @Override
        public void end(Ending ending, JsonNode output) {
            untold.add(attempt -> {
                attempt.end(ending, output);
                return false;
            });
            ended = true;
        }
    }
}
