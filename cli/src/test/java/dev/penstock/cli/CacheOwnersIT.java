package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owner;
import dev.penstock.host.TemporalOwners;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who computes a result is asked for at a real server, by worker processes that share a store. */
final class CacheOwnersIT {

    private static final String SHAPE = """
            echo $PENSTOCK_ATTEMPT >> HERE/$PENSTOCK_RUN.begun
            echo "{\\"message\\": \\"shapes for $PENSTOCK_RUN\\"}" >> $PENSTOCK_PROGRESS
            while [ ! -e HERE/go ]; do sleep 0.05; done
            echo pot > $PENSTOCK_OUT/pot
            echo "{\\"attempt\\": $PENSTOCK_ATTEMPT, \\"from\\": \\"$PENSTOCK_RUN\\"}" > $PENSTOCK_OUT/outputs.json
            """;

    @TempDir
    private Path folder;

    @Test
    void areWaitedForAsLongAsTheyAreAtWork() throws Exception {
        try (PotteryServer server = PotteryServer.start(folder, SHAPE);
                Started frozen = server.worker("left");
                Started right = server.worker("right")) {
            server.order("first", "red clay", "left");
            await(() -> begun("first"));
            Owner first = owner(server, "first").orElseThrow();
            server.order("second", "red clay", "right");
            try (Started watch = server.watch("second")) {
                watch.await("waits for first (shape), which computes the same");
                assertThat(begun("second")).isFalse();
                assertThat(isAlive(server, first)).isTrue();

                // The process is there, but says and hears nothing: only the server can tell.
                frozen.signal("STOP");
                server.runs("left").terminate("first", "nobody needs it");
                watch.await("shapes for second");
                assertThat(isAlive(server, first)).isFalse();
            }
            frozen.signal("CONT");
            Files.createFile(folder.resolve("go"));
            assertThat(end(server, "second")).contains("\"from\":\"second\"");
            server.order("third", "red clay", "right");
            assertThat(end(server, "third")).contains("\"from\":\"second\"");
            right.signal("TERM");
            assertThat(right.end()).isZero();
        }
    }

    @Test
    void areOthersWhenAnAttemptWasMadeElsewhere() throws Exception {
        try (PotteryServer server = PotteryServer.start(folder, SHAPE);
                Started first = server.worker("penstock")) {
            server.order("only", "clay", "penstock");
            await(() -> begun("only"));
            Owner before = owner(server, "only").orElseThrow();
            assertThat(isAlive(server, before)).isTrue();
            first.signal("KILL");
            first.end();
            try (Started second = server.worker("penstock")) {
                await(() -> isAtWorkAgain(server, before));
                Files.createFile(folder.resolve("go"));
                assertThat(end(server, "only")).contains("\"attempt\":2");
                second.signal("TERM");
                second.end();
            }
        }
    }

    private static boolean isAtWorkAgain(PotteryServer server, Owner before) {
        return owner(server, before.run())
                .filter(now -> !now.activity().equals(before.activity()))
                .filter(now -> isAlive(server, now) && !isAlive(server, before))
                .isPresent();
    }

    private static String end(PotteryServer server, String run) {
        return server.runs("right").result(run).toString();
    }

    private boolean begun(String run) {
        return Files.exists(folder.resolve(run + ".begun"));
    }

    /** Whoever works for the run now, told by a process of another machine. */
    private static Optional<Owner> owner(PotteryServer server, String run) {
        DescribeWorkflowExecutionResponse found = server.engine()
                .stubs()
                .blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(server.engine().namespace())
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(run))
                        .build());
        Owner.OsProcess elsewhere =
                new Owner.OsProcess("elsewhere", LocalProcesses.own().mark());
        return found.getPendingActivitiesList().stream()
                .map(activity -> new Owner(
                        run,
                        found.getWorkflowExecutionInfo().getExecution().getRunId(),
                        "shape",
                        activity.getActivityId(),
                        "the server",
                        elsewhere))
                .findFirst();
    }

    private static boolean isAlive(PotteryServer server, Owner owner) {
        TemporalOwners owners =
                new TemporalOwners(server.engine().stubs(), server.engine().namespace(), "the server");
        return new LocalProcesses(owners).isAlive(owner);
    }

    private static void await(Supplier<Boolean> condition) {
        long last = System.nanoTime() + 30_000_000_000L;
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("time to get there").isLessThan(last);
            Thread.onSpinWait();
        }
    }
}
