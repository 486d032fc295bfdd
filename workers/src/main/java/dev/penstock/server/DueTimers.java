package dev.penstock.server;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.temporal.api.command.v1.Command;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands a workflow task back that would take back a timer which is due.
 *
 * <p>Temporal's service for tests refuses to take back a timer that has gone off while the task was at work, and loses
 * the task with that, so that the workflow hangs for ever. When the task comes again, the timer's end is in it.
 */
public final class DueTimers implements ClientInterceptor {

    /** A timer may become due while the message is under way. */
    private static final long MARGIN = 50;

    private static final long KEPT = 60_000;
    private static final String COMPLETED =
            WorkflowServiceGrpc.getRespondWorkflowTaskCompletedMethod().getFullMethodName();

    private final LongSupplier clock;
    private final Map<String, Long> due = new ConcurrentHashMap<>();

    /** The clock of the service in milliseconds. */
    public DueTimers(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return method.getFullMethodName().equals(COMPLETED) ? new Completion<>(call, next) : call;
    }

    private boolean takesBackDueTimer(RespondWorkflowTaskCompletedRequest task) {
        if (task.getCommandsList().stream().noneMatch(DueTimers::isOfTimer)) {
            return false;
        }
        long now = clock.getAsLong();
        for (Command command : task.getCommandsList()) {
            String id = command.getCancelTimerCommandAttributes().getTimerId();
            if (due.getOrDefault(id, Long.MAX_VALUE) <= now + MARGIN) {
                return true;
            }
        }
        remember(task, now);
        return false;
    }

    private void remember(RespondWorkflowTaskCompletedRequest task, long now) {
        due.values().removeIf(time -> time < now - KEPT);
        for (Command command : task.getCommandsList()) {
            due.remove(command.getCancelTimerCommandAttributes().getTimerId());
            if (command.hasStartTimerCommandAttributes()) {
                long seconds = command.getStartTimerCommandAttributes()
                        .getStartToFireTimeout()
                        .getSeconds();
                due.put(command.getStartTimerCommandAttributes().getTimerId(), now + seconds * 1_000);
            }
        }
    }

    private static boolean isOfTimer(Command command) {
        return command.hasCancelTimerCommandAttributes() || command.hasStartTimerCommandAttributes();
    }

    /** The report of a task that is done; begins only when it is known that it may. */
    private final class Completion<Q, A> extends ClientCall<Q, A> {

        private final ClientCall<Q, A> call;
        private final Channel channel;
        private @Nullable Listener<A> listener;
        private Metadata headers = new Metadata();
        private int requested;
        private boolean begun;

        Completion(ClientCall<Q, A> call, Channel channel) {
            this.call = call;
            this.channel = channel;
        }

        @Override
        public void start(Listener<A> answers, Metadata metadata) {
            listener = answers;
            headers = metadata;
        }

        @Override
        public void request(int messages) {
            if (begun) {
                call.request(messages);
            } else {
                requested += messages;
            }
        }

        @Override
        public void sendMessage(Q message) {
            Listener<A> answers = listener;
            if (answers == null) {
                throw new IllegalStateException("the call has not been started");
            }
            if (message instanceof RespondWorkflowTaskCompletedRequest task && takesBackDueTimer(task)) {
                handBack(task);
                answers.onClose(
                        Status.INVALID_ARGUMENT.withDescription("UnhandledCommand: a timer is due"), new Metadata());
                return;
            }
            begun = true;
            call.start(answers, headers);
            call.request(requested);
            call.sendMessage(message);
        }

        private void handBack(RespondWorkflowTaskCompletedRequest task) {
            RespondWorkflowTaskFailedRequest request = RespondWorkflowTaskFailedRequest.newBuilder()
                    .setTaskToken(task.getTaskToken())
                    .setNamespace(task.getNamespace())
                    .setIdentity(task.getIdentity())
                    .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
                    .build();
            ClientCalls.blockingUnaryCall(
                    channel, WorkflowServiceGrpc.getRespondWorkflowTaskFailedMethod(), CallOptions.DEFAULT, request);
        }

        @Override
        public void halfClose() {
            if (begun) {
                call.halfClose();
            }
        }

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            call.cancel(message, cause);
        }
    }
}
