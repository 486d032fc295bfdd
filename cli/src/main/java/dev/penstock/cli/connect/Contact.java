package dev.penstock.cli.connect;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.store.BlobException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in a sentence what a failed conversation with a server means, where that is known. */
public final class Contact {

    private Contact() {}

    public static Optional<Problem> explain(Throwable failure) {
        return Stream.iterate(failure, Predicate.not(cause -> cause == null), Throwable::getCause)
                .map(Contact::one)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> one(Throwable failure) {
        return switch (failure) {
            case WorkflowNotFoundException gone ->
                Optional.of(new Problem(
                        Code.UNKNOWN_RUN,
                        "run " + gone.getExecution().getWorkflowId(),
                        "The server does not know it any more, or it has ended.",
                        "See what there is: penstock list"));
            case StatusRuntimeException status -> Optional.of(status(status));
            case BlobException blob ->
                Optional.of(new Problem(
                        Code.UNREADABLE,
                        "store of values",
                        String.valueOf(blob.getMessage()),
                        "Check %s and the space and permissions there.".formatted(Home.VARIABLE)));
            default -> Optional.empty();
        };
    }

    private static Problem status(StatusRuntimeException failure) {
        Status.Code code = failure.getStatus().getCode();
        String words = Optional.ofNullable(failure.getStatus().getDescription()).orElse(code.name());
        return switch (code) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED ->
                new Problem(
                        Code.NO_SERVER,
                        "server",
                        "It does not answer any more (%s).".formatted(words),
                        "Check the server and the network, and try again.");
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                new Problem(
                        Code.MISSING_RIGHT,
                        "server",
                        "It does not allow this (%s).".formatted(words),
                        "Ask for the right, or use another API key or certificate.");
            default ->
                new Problem(Code.NO_SERVER, "server", "It refuses this (%s).".formatted(words), "See penstock doctor.");
        };
    }
}
