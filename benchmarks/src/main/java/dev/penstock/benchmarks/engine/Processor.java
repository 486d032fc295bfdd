package dev.penstock.benchmarks.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What this process and the machine use of the processors. */
final class Processor {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Processor() {}

    /** Nanoseconds that this process has used so far, on all processors together. */
    static long used() {
        return SYSTEM.getProcessCpuTime();
    }

    static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** The load average of the last minute. */
    static String load() {
        return String.format(Locale.ROOT, "%.1f", SYSTEM.getSystemLoadAverage());
    }
}
