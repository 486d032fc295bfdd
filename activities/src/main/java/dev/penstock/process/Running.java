package dev.penstock.process;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What runs at the moment, and ends when this JVM does. */
final class Running {

    private final Duration grace;
    private final Set<Family> families = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread hook;

    Running(Duration grace) {
        this.grace = grace;
    }

    /** Starts a process. */
    interface Start {
        Child now() throws IOException;
    }

    /** The JVM cannot end between the start of a process and the moment when it is known here. */
    Child start(Start start) throws IOException {
        lock.lock();
        try {
            if (hook == null) {
                Thread ending = Thread.ofPlatform().name("penstock-end").unstarted(this::end);
                Runtime.getRuntime().addShutdownHook(ending);
                hook = ending;
            }
            Child child = start.now();
            families.add(child.family());
            return child;
        } catch (IllegalStateException e) {
            throw new IOException("this process is ending", e);
        } finally {
            lock.unlock();
        }
    }

    void remove(Family family) {
        lock.lock();
        try {
            families.remove(family);
            Thread ending = hook;
            if (families.isEmpty() && ending != null) {
                hook = null;
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        } catch (IllegalStateException e) {
            // The JVM is ending, and with it all that runs.
            return;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            List.copyOf(families).parallelStream().forEach(family -> family.end(grace));
        } finally {
            lock.unlock();
        }
    }
}
