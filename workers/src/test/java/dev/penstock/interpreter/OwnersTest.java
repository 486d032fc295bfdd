package dev.penstock.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owner;
import dev.penstock.cache.Owners;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.host.TemporalOwners;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class OwnersTest {

    private final Map<String, Boolean> during = new ConcurrentHashMap<>();
    private final List<Owner> owners = new CopyOnWriteArrayList<>();

    /** Two containers, one after the other. */
    static final class Two implements Pipeline<Integer, Integer> {

        record First(Value<Integer> in) implements ContainerStep<Integer> {
            @Override
            public Container container() {
                return Container.image("first");
            }
        }

        record Second(Value<Integer> in) implements ContainerStep<Integer> {
            @Override
            public Container container() {
                return Container.image("second");
            }
        }

        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            return flow.run(new Second(flow.run(new First(in))));
        }
    }

    @Test
    void areAtWorkWhileTheirActivityIsPending() {
        InMemory[] server = new InMemory[1];
        server[0] = new InMemory(
                Services.none(), settings -> settings.runner((task, attempt) -> work(server[0], attempt.path())));
        try (InMemory running = server[0]) {
            running.run(new Two(), 1);
            Owners known = owners(running);
            assertThat(during)
                    .containsEntry("first", true)
                    .containsEntry("second", true)
                    .containsEntry("first during second", false)
                    .containsEntry("run during second", true);
            assertThat(owners).hasSize(2).noneMatch(known::isAlive);
            assertThat(known.isAlive(with(owners.getFirst(), "", "no-such-run")))
                    .isFalse();
            assertThat(new TemporalOwners(running.stubs(), running.namespace(), "elsewhere").isAlive(owners.getFirst()))
                    .as("nobody can tell")
                    .isTrue();
        }
    }

    private IntNode work(InMemory server, String path) {
        ActivityInfo info = Activity.getExecutionContext().getInfo();
        Owner own = new Owner(
                info.getWorkflowId(),
                info.getWorkflowRunId(),
                path,
                info.getActivityId(),
                "here",
                LocalProcesses.own());
        owners.add(own);
        during.put(path, owners(server).isAlive(own));
        if (path.equals("second")) {
            Owner first = owners.getFirst();
            during.put("first during second", owners(server).isAlive(first));
            during.put("run during second", owners(server).isAlive(with(first, "", first.run())));
        }
        return IntNode.valueOf(1);
    }

    private static Owners owners(InMemory server) {
        return new TemporalOwners(server.stubs(), server.namespace(), "here");
    }

    private static Owner with(Owner owner, String activity, String run) {
        return new Owner(run, owner.runId(), owner.path(), activity, owner.server(), owner.process());
    }
}
