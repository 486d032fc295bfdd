package dev.penstock.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
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
    void leavesNoInterruptBehind() {
        String end = end(() -> {
            environment.requestCancelActivity();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return "it did not care";
        });
        assertThat(end).isEqualTo("it did not care");
    }
}
