package dev.penstock.process;

import dev.penstock.daemon.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers on disk which process an attempt started, for the worker after one that died. */
final class Orphans {

    private static final String FILE = "process";

    private Orphans() {}

    static void remember(Path attempt, ProcessHandle process) throws IOException {
        Files.write(attempt.resolve(FILE), List.of(HostName.own(), Long.toString(process.pid()), started(process)));
    }

    /** Ends what the attempt left running on this machine. */
    static void end(Path attempt, String mark, Duration grace) throws IOException {
        List<String> lines =
                Files.isRegularFile(attempt.resolve(FILE)) ? Files.readAllLines(attempt.resolve(FILE)) : List.of();
        if (lines.size() == 3) {
            if (!lines.getFirst().equals(HostName.own())) {
                return;
            }
            Optional<ProcessHandle> head = ProcessHandle.of(Long.parseLong(lines.get(1)));
            if (head.isPresent() && started(head.get()).equals(lines.get(2))) {
                new Family(head.get(), Optional.of(mark)).end(grace);
                return;
            }
        }
        // The first process has ended, and its number may be another's now; what it started bears the mark.
        for (ProcessTable.Entry entry : ProcessTable.all()) {
            if (entry.hasVariable(mark)) {
                ProcessHandle.of(entry.pid()).ifPresent(left -> new Family(left, Optional.of(mark)).end(grace));
            }
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
