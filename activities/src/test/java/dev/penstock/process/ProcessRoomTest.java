package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.contract.Asked;
import dev.penstock.flow.Done;
import dev.penstock.room.Capacity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessRoomTest {

    private static final long MEMORY = 1L << 40;

    @TempDir
    private Path temporary;

    @Test
    void letsNoStepsRunAtOnceThatAskForMoreThanThereIs() throws Exception {
        Bench bench = new Bench(temporary).file("test/work.sh", """
                mkdir running || exit 1
                while [ ! -e go ]; do sleep 0.02; done
                rmdir running
                """);
        ProcessRunner runner = bench.runner(bench.settings().room(Capacity.of(2, MEMORY)));
        Path go = bench.roots().resolve("test/go");
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Container container =
                    Container.image("test").command("sh", "work.sh").cpu(2);
            all.add(Asked.of(container, Done.class).at("map[" + i + "]/train"));
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ends = new ArrayList<>();
            for (Asked asked : all) {
                ends.add(threads.submit(() -> runner.run(asked.task(), asked)));
            }
            while (all.stream().filter(ProcessRoomTest::waits).count() < 3) {
                Thread.onSpinWait();
            }
            Files.createFile(go);
            for (Future<?> end : ends) {
                end.get();
            }
        }

        assertThat(all).filteredOn(ProcessRoomTest::waits).hasSize(3);
        assertThat(bench.isTidy()).isTrue();
    }

    @Test
    void letsStepsRunAtOnceForWhichThereIsRoom() throws Exception {
        Bench bench = new Bench(temporary).file("test/work.sh", """
                touch began-$(basename $(dirname $PENSTOCK_STEP))
                while [ ! -e began-a ] || [ ! -e began-b ]; do sleep 0.02; done
                """);
        ProcessRunner runner = bench.runner(bench.settings().room(Capacity.of(2, MEMORY)));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ends = new ArrayList<>();
            for (String place : List.of("a/train", "b/train")) {
                Asked asked = Asked.of(Container.image("test").command("sh", "work.sh"), Done.class)
                        .at(place);
                ends.add(threads.submit(() -> runner.run(asked.task(), asked)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
    }

    private static boolean waits(Asked asked) {
        return asked.told().toString().contains("waits for 2 of 2 CPUs");
    }
}
