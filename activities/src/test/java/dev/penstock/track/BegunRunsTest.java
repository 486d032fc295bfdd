package dev.penstock.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.mlflow.TrackedRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BegunRunsTest {

    private static final TrackedRun FIRST = new TrackedRun("1", "first", "");
    private static final TrackedRun SECOND = new TrackedRun("1", "second", "");

    private final BegunRuns runs = new BegunRuns(Duration.ZERO);

    @Test
    void waitsForWhatBeginsHereHoweverLongThatTakes() throws Exception {
        runs.begins("monday");
        CountDownLatch looked = new CountDownLatch(3);
        CompletableFuture<Optional<TrackedRun>> found = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                found.complete(runs.await("monday", () -> {
                    looked.countDown();
                    return Optional.empty();
                }));
            } catch (InterruptedException e) {
                found.completeExceptionally(e);
            }
        });
        looked.await();
        assertThat(found).isNotDone();
        runs.add("monday", FIRST);
        assertThat(found.get()).contains(FIRST);
    }

    @Test
    void givesUpWhereNobodyBeginsIt() throws InterruptedException {
        assertThat(runs.await("monday", Optional::empty)).isEmpty();
        runs.begins("monday");
        runs.beginsNoLonger("monday");
        assertThat(runs.await("monday", Optional::empty)).isEmpty();
    }

    @Test
    void remembersWhatAnotherProcessHasBegun() throws InterruptedException {
        assertThat(runs.await("monday", () -> Optional.of(FIRST))).contains(FIRST);
        assertThat(runs.find("monday")).contains(FIRST);
    }

    @Test
    void knowsTheLastOfSeveralRunsOfOneName() {
        runs.add("monday", FIRST);
        runs.add("monday", SECOND);
        assertThat(runs.find("monday")).contains(SECOND);
    }
}
