package dev.penstock.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RoomTest {

    private static final Capacity ONE = Capacity.of(1, 0);

    private final Room room = new Room(Capacity.of(2, 0));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private Callable<String> holding() {
        return () -> room.during(Capacity.of(2, 0), why -> {}, () -> {
            begun.countDown();
            go.await();
            return "done";
        });
    }

    @Test
    void tellsWhatIsWaitedForAndThenWorks() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(holding());
            begun.await();
            Future<String> second = threads.submit(() -> room.during(
                    ONE,
                    why -> {
                        told.add(why);
                        waits.countDown();
                    },
                    () -> "done too"));
            waits.await();
            assertThat(second.isDone()).isFalse();
            go.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(second.get()).isEqualTo("done too");
        }
        assertThat(told).containsExactly("waits for 1 of 2 CPUs");
    }

    @Test
    void givesUpWhenItIsInterruptedOrTheTellingThrows() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(holding());
            begun.await();
            CountDownLatch waits = new CountDownLatch(1);
            Future<String> interrupted =
                    threads.submit(() -> room.during(ONE, why -> waits.countDown(), () -> "never"));
            waits.await();
            interrupted.cancel(true);
            Future<String> stopped = threads.submit(() -> room.during(
                    ONE,
                    why -> {
                        throw new IllegalStateException("stop");
                    },
                    () -> "never"));
            assertThatThrownBy(stopped::get).hasRootCauseMessage("stop");
            go.countDown();
            first.get();
            assertThat(room.during(Capacity.of(2, 0), why -> {}, () -> "there is room"))
                    .isEqualTo("there is room");
        }
    }

    @Test
    void neverHasMoreInsideThanFits() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Room single = new Room(ONE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = IntStream.range(0, 500)
                    .<Callable<Integer>>mapToObj(i -> () -> single.during(ONE, why -> {}, () -> {
                        for (int spin = 0; spin < 1_000; spin++) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            inside.decrementAndGet();
                        }
                        inside.incrementAndGet();
                        return inside.decrementAndGet();
                    }))
                    .toList();
            for (Future<Integer> end : threads.invokeAll(all)) {
                assertThat(end.get()).isZero();
            }
        }
        assertThat(most.get()).isEqualTo(1);
    }
}
