package dev.penstock.process;

import dev.penstock.contract.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Follows the process of a step to its end. */
final class ProcessWatch {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final int KILLED = 137;

    private final ProcessSettings settings;
    private final Optional<MemoryLimit> memory;
    private final OutputLog log;
    private final ProgressReport report;
    private final ProgressTail progress;
    private boolean exceeded;

    ProcessWatch(
            ProcessSettings settings,
            Optional<MemoryLimit> memory,
            OutputLog log,
            ProgressReport report,
            Path progress) {
        this.settings = settings;
        this.memory = memory;
        this.log = log;
        this.report = report;
        this.progress = new ProgressTail(progress);
    }

    Ending run(Child.Order order, Path attempt, Running running) throws IOException, InterruptedException {
        memory.filter(limit -> !MemoryLimit.isKnown())
                .ifPresent(
                        limit -> log.note("This system does not tell the memory of a process, so %s are not enforced."
                                .formatted(limit.words())));
        long endedBefore = ProcessTable.endedByKernel();
        report.begins();
        Child child = running.start(() -> Child.start(order, settings.grace(), log));
        try (child) {
            Orphans.remember(attempt, child.family().head());
            return follow(child, endedBefore);
        } finally {
            running.remove(child.family());
        }
    }

    private Ending follow(Child child, long endedBefore) throws IOException, InterruptedException {
        while (!child.ends(TICK)) {
            report.pass(progress.more());
            if (memory.filter(limit -> limit.isExceededBy(child.family())).isPresent()) {
                exceeded = true;
                child.family().kill();
            }
        }
        int outlived = child.settle();
        if (outlived > 0 && !exceeded) {
            log.note("%s of its processes outlived it and were ended.".formatted(outlived));
        }
        report.pass(progress.last());
        log.failure().ifPresent(failure -> log.note("The log is not whole: " + failure.getMessage()));
        boolean byKernel = child.exit() == KILLED && ProcessTable.endedByKernel() > endedBefore;
        return new Ending(
                child.exit(),
                exceeded || byKernel
                        ? Optional.of(memory.map(MemoryLimit::words).orElse("this machine has"))
                        : Optional.empty(),
                log.lastError(),
                log.lastLines(),
                log.file().toString());
    }
}
