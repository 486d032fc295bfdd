package dev.penstock.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TrackerAsideTest {

    private static final RunNote MONDAY = new RunNote("monday", "iris", "sha256:1", "ada", "command");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final TrackerAside aside = new TrackerAside(new Slow());

    /** Begins no attempt before it may. */
    private final class Slow implements Tracker {

        @Override
        public void begin(RunNote run, JsonNode input) {
            told.add("begin");
        }

        @Override
        public void end(RunNote run, RunResult result) {
            told.add("end");
        }

        @Override
        public Attempt attempt(StepNote step) throws InterruptedException {
            open.await();
            if (step.path().equals("broken")) {
                throw new IllegalStateException("broken");
            }
            told.add(step.path());
            return new Attempt() {
                @Override
                public void progress(JsonNode details) {
                    told.add(step.path() + " " + details);
                }

                @Override
                public void end(Ending ending, JsonNode output) {
                    told.add(step.path() + " " + ending + " " + output);
                }
            };
        }
    }

    private static StepNote step(String path) {
        return new StepNote("monday", "iris", path, 1, new TreeMap<>());
    }

    @Test
    void holdsUpNoStepAndTellsAllBeforeTheRunEnds() throws InterruptedException {
        aside.begin(MONDAY, IntNode.valueOf(1));
        Tracker.Attempt train = aside.attempt(step("train"));
        train.progress(IntNode.valueOf(2));
        train.end(Ending.SUCCEEDED, IntNode.valueOf(3));
        aside.attempt(step("broken")).end(Ending.FAILED, IntNode.valueOf(4));
        assertThat(told).containsExactly("begin");
        Thread end = Thread.ofPlatform().start(() -> {
            try {
                aside.end(MONDAY, RunResult.of(Ending.SUCCEEDED));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        open.countDown();
        end.join();
        assertThat(told).containsExactly("begin", "train", "train 2", "train SUCCEEDED 3", "end");
    }

    @Test
    void waitsForNoAttemptThatGoesOn() throws InterruptedException {
        open.countDown();
        Tracker.Attempt train = aside.attempt(step("train"));
        aside.settle(Duration.ofDays(1));
        train.end(Ending.CANCELLED, IntNode.valueOf(1));
        aside.settle(Duration.ofDays(1));
        assertThat(told).containsExactly("train", "train CANCELLED 1");
    }
}
