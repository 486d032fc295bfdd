package dev.penstock.room;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this machine has, or what this process may use of it. */
public final class Machine {

    private Machine() {}

    public static Capacity capacity() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Capacity.of(Runtime.getRuntime().availableProcessors(), bytes);
    }
}
