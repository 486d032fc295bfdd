package dev.penstock.process;

import dev.penstock.container.Quantity;
import dev.penstock.step.StepTask.ContainerTask;
import java.util.List;
import java.util.Optional;

/**
 * Watches that a step keeps to the memory that it asks for.
 *
 * <p>Looks now and then rather than letting the kernel refuse: limits of address space stop programs that map much and
 * use little, and control groups need rights that people on their own machines seldom have.
 *
 * @param words the amount as it was asked for
 */
record MemoryLimit(String words, long bytes) {

    static Optional<MemoryLimit> of(ContainerTask task) {
        return task.placement()
                .memory()
                .or(() -> task.container().resources().memory())
                .flatMap(words -> Quantity.bytes(words).map(bytes -> new MemoryLimit(words, bytes)));
    }

    /** Whether the processes can be watched here. */
    static boolean isKnown() {
        return ProcessTable.isThere();
    }

    boolean isExceededBy(Family family) {
        List<Long> pids = family.near();
        // The exact sum takes the kernel long, so it is asked only when it matters.
        return ProcessTable.memory(pids) > bytes && ProcessTable.exactMemory(pids) > bytes;
    }
}
