package dev.penstock.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process and all that it started, and what those started, even where they have left it. */
final class Family {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessHandle head;
    private final Optional<String> mark;
    private final Map<Long, ProcessHandle> known = new LinkedHashMap<>();

    /** The mark is a variable, as {@code NAME=value}, that only these processes have. */
    Family(ProcessHandle head, Optional<String> mark) {
        this.head = head;
        this.mark = mark;
    }

    ProcessHandle head() {
        return head;
    }

    /** Those that run now. */
    synchronized List<ProcessHandle> living() {
        Stream.concat(Stream.of(head), head.descendants()).forEach(this::know);
        for (ProcessTable.Entry entry : ProcessTable.all()) {
            boolean belongs = entry.session() == head.pid()
                    || mark.filter(entry::hasVariable).isPresent();
            if (belongs && !known.containsKey(entry.pid())) {
                ProcessHandle.of(entry.pid()).ifPresent(this::know);
            }
        }
        known.values().removeIf(process -> !process.isAlive());
        return known.values().stream().filter(process -> !isZombie(process)).toList();
    }

    /** Those that run now, as far as they can be found quickly. */
    List<Long> near() {
        return ProcessTable.all().stream()
                .filter(entry -> entry.session() == head.pid())
                .map(ProcessTable.Entry::pid)
                .toList();
    }

    private void know(ProcessHandle process) {
        known.put(process.pid(), process);
    }

    private static boolean isZombie(ProcessHandle process) {
        return ProcessTable.isThere() && ProcessTable.hasEnded(process.pid());
    }

    /** Lets all end by themselves for a while, then ends them; tells how many there were. */
    int end(Duration grace) {
        List<ProcessHandle> living = living();
        if (living.isEmpty()) {
            return 0;
        }
        living.forEach(ProcessHandle::destroy);
        await(living, grace);
        kill();
        return living.size();
    }

    /** Ends all at once; those that start others meanwhile are found again. */
    void kill() {
        Instant last = Instant.now().plus(PATIENCE);
        List<ProcessHandle> living = living();
        while (!living.isEmpty() && Instant.now().isBefore(last)) {
            living.forEach(ProcessHandle::destroyForcibly);
            await(living, Duration.ofSeconds(1));
            living = living();
        }
    }

    private static void await(List<ProcessHandle> processes, Duration longest) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        boolean interrupted = false;
        long last = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                CompletableFuture.allOf(ends).get(last - System.nanoTime(), TimeUnit.NANOSECONDS);
                break;
            } catch (TimeoutException | ExecutionException e) {
                break;
            } catch (InterruptedException e) {
                // What is told twice to stop has to leave nothing behind all the same.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
