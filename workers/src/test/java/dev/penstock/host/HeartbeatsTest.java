package dev.penstock.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.engine.Said;
import dev.penstock.fault.FaultException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HeartbeatsTest {

    /** Some work of an activity. */
    @ActivityInterface
    public interface Working {
        String work();
    }

    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    private final Heartbeats heartbeats = new Heartbeats();

    @AfterEach
    void close() {
        heartbeats.close();
        environment.close();
    }

    private String end(Heartbeats.Work<String> work) {
        Working working = () -> {
            try {
                String end = heartbeats.during(Activity.getExecutionContext(), work);
                return Thread.currentThread().isInterrupted() ? end + ", and is interrupted" : end;
            } catch (InterruptedException e) {
                return "interrupted";
            } catch (FaultException e) {
                return e.fault().kind() + ": " + e.fault().message();
            }
        };
        environment.registerActivitiesImplementations(working);
        ActivityOptions options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setHeartbeatTimeout(Duration.ofMillis(60))
                .build();
        return environment.newActivityStub(Working.class, options).work();
    }

    @Test
    void takesTheStopOfItsWorkerForNoFaultOfTheStep() {
        String end = end(pulse -> {
            heartbeats.stop();
            throw new InterruptedException("its worker stops");
        });
        assertThat(end).isEqualTo("PLATFORM: Its worker was stopped.");
    }

    @Test
    void leavesNoInterruptBehind() {
        String end = end(pulse -> {
            environment.requestCancelActivity();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return "it did not care";
        });
        assertThat(end).isEqualTo("it did not care");
    }

    @Test
    void saysAgainWithEachBeatWhatWasSaidLast() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        environment.setActivityHeartbeatListener(JsonNode.class, details -> heard.add(String.valueOf(details)));

        end(pulse -> {
            pulse.says(new Said("train", 1, TextNode.valueOf("half")));
            while (heard.size() < 4) {
                Thread.onSpinWait();
            }
            return "done";
        });

        assertThat(heard).allSatisfy(details -> assertThat(details).contains("half"));
    }

    @Test
    void interruptsWorkWhoseTimeIsUp() {
        String end = end(pulse -> {
            pulse.mayTake(Duration.ofMillis(30));
            new CountDownLatch(1).await();
            return "it never ends";
        });
        assertThat(end).isEqualTo("TIMEOUT: It ran longer than 30ms.");
    }

    @Test
    void countsNoTimeInWhichTheWorkWaits() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        environment.setActivityHeartbeatListener(JsonNode.class, details -> heard.add(String.valueOf(details)));
        String end = end(pulse -> {
            pulse.mayTake(Duration.ofMillis(60));
            pulse.rests();
            while (heard.size() < 10) {
                Thread.onSpinWait();
            }
            pulse.goesOn();
            return Thread.currentThread().isInterrupted() ? "its time was up" : "there was time left";
        });
        assertThat(end).isEqualTo("there was time left");
    }
}
