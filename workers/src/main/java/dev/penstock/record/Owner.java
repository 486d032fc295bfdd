package dev.penstock.record;

import dev.penstock.engine.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that records a run.
 *
 * @param since when the process started: its number alone is given to others later
 */
record Owner(long pid, Optional<Instant> since) implements Message {

    static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), self.info().startInstant());
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> since.isEmpty()
                        || process.info()
                                .startInstant()
                                .map(since.get()::equals)
                                .orElse(true))
                .isPresent();
    }
}
