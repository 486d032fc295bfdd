package dev.penstock.daemon;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that were started to stay. */
public final class Endings {

    private static final long GRACE_SECONDS = 10;

    private Endings() {}

    /** Ends a process with what it has started; by force where it does not end in time. */
    public static void end(ProcessHandle process) {
        List<ProcessHandle> inside = process.descendants().toList();
        inside.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        inside.forEach(ProcessHandle::destroyForcibly);
    }
}
