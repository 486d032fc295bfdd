package dev.penstock.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Tells a process from a later one that was given the same id. */
public record ProcessMark(long pid, Instant started) {

    /** The clock of the machine may have been set since. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private static final String PID = "pid";
    private static final String STARTED = "started";

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startOf(process));
    }

    /** What {@link #write} has written; nothing where it is damaged. */
    public static Optional<ProcessMark> read(Properties properties) {
        try {
            return Optional.of(new ProcessMark(
                    Long.parseLong(properties.getProperty(PID, "")),
                    Instant.parse(properties.getProperty(STARTED, ""))));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    public void write(Properties properties) {
        properties.setProperty(PID, Long.toString(pid));
        properties.setProperty(STARTED, started.toString());
    }

    /** The process, if it is still there. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startOf(process), started).abs().compareTo(SAME_START) < 0);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
