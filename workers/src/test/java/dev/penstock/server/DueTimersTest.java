package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.command.v1.CancelTimerCommandAttributes;
import io.temporal.api.command.v1.Command;
import io.temporal.api.command.v1.StartTimerCommandAttributes;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DueTimersTest {

    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final Service service = new Service();
    private final WorkflowServiceGrpc.WorkflowServiceBlockingStub stub =
            WorkflowServiceGrpc.newBlockingStub(ClientInterceptors.intercept(service, new DueTimers(clock::get)));

    @Test
    void letsATimerBeTakenBackThatIsNotDue() {
        stub.respondWorkflowTaskCompleted(task(start("a", 60)));
        clock.addAndGet(30_000);
        stub.respondWorkflowTaskCompleted(task(cancel("a")));
        assertThat(service.calls).containsExactly("RespondWorkflowTaskCompleted", "RespondWorkflowTaskCompleted");
    }

    @Test
    void handsATaskBackThatTakesBackATimerWhichIsDue() {
        stub.respondWorkflowTaskCompleted(task(start("a", 60), start("b", 90)));
        clock.addAndGet(60_000);
        assertThatThrownBy(() -> stub.respondWorkflowTaskCompleted(task(cancel("b"), cancel("a"))))
                .hasMessageContaining("UnhandledCommand");
        assertThat(service.calls).containsExactly("RespondWorkflowTaskCompleted", "RespondWorkflowTaskFailed");
    }

    @Test
    void leavesOtherCallsAlone() {
        stub.respondWorkflowTaskCompleted(task());
        stub.getSystemInfo(io.temporal.api.workflowservice.v1.GetSystemInfoRequest.getDefaultInstance());
        assertThat(service.calls).containsExactly("RespondWorkflowTaskCompleted", "GetSystemInfo");
    }

    private static RespondWorkflowTaskCompletedRequest task(Command... commands) {
        return RespondWorkflowTaskCompletedRequest.newBuilder()
                .addAllCommands(List.of(commands))
                .build();
    }

    private static Command start(String id, long seconds) {
        return Command.newBuilder()
                .setStartTimerCommandAttributes(StartTimerCommandAttributes.newBuilder()
                        .setTimerId(id)
                        .setStartToFireTimeout(Duration.newBuilder().setSeconds(seconds)))
                .build();
    }

    private static Command cancel(String id) {
        return Command.newBuilder()
                .setCancelTimerCommandAttributes(
                        CancelTimerCommandAttributes.newBuilder().setTimerId(id))
                .build();
    }

    /** Answers every call with nothing in particular. */
    private static final class Service extends Channel {

        private final List<String> calls = new ArrayList<>();

        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            return new ClientCall<>() {
                private @Nullable Listener<A> answers;

                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    answers = listener;
                }

                @Override
                public void sendMessage(Q message) {
                    calls.add(String.valueOf(method.getBareMethodName()));
                }

                @Override
                public void halfClose() {
                    Listener<A> listener = answers;
                    if (listener != null) {
                        listener.onMessage(method.parseResponse(new java.io.ByteArrayInputStream(new byte[0])));
                        listener.onClose(Status.OK, new Metadata());
                    }
                }

                @Override
                public void request(int messages) {}

                @Override
                public void cancel(@Nullable String message, @Nullable Throwable cause) {}
            };
        }

        @Override
        public String authority() {
            return "here";
        }
    }
}
