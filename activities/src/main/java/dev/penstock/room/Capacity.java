package dev.penstock.room;

import dev.penstock.container.Quantity;
import dev.penstock.container.Resources;
import java.util.Locale;
import java.util.Optional;

/**
 * Processors and memory, of a machine or of what runs there.
 *
 * @param milliCpus thousandths of a processor
 * @param bytes of memory
 */
public record Capacity(long milliCpus, long bytes) {

    private static final int MILLI = 1_000;
    private static final double GIBIBYTE = 1L << 30;

    /** What a step takes that does not say how many processors it needs. */
    private static final double USUAL_CPUS = 1;

    public static Capacity of(double cpus, long bytes) {
        return new Capacity(Math.max(1, Math.round(cpus * MILLI)), bytes);
    }

    /** The same with other numbers where some are given. */
    public Capacity or(Optional<Double> cpus, Optional<Long> memory) {
        long own = cpus.map(count -> of(count, bytes).milliCpus).orElse(milliCpus);
        return new Capacity(own, memory.orElse(bytes));
    }

    static Capacity nothing() {
        return new Capacity(0, 0);
    }

    /** What a container asks for, with this amount of memory where it was given more. */
    public static Capacity asked(Resources resources, Optional<String> memory) {
        long bytes = memory.or(resources::memory).flatMap(Quantity::bytes).orElse(0L);
        return of(resources.cpu().orElse(USUAL_CPUS), bytes);
    }

    Capacity plus(Capacity other) {
        return new Capacity(milliCpus + other.milliCpus, bytes + other.bytes);
    }

    boolean fitsInto(Capacity other) {
        return milliCpus <= other.milliCpus && bytes <= other.bytes;
    }

    String cpus() {
        return milliCpus % MILLI == 0
                ? Long.toString(milliCpus / MILLI)
                : String.format(Locale.ROOT, "%.3f", milliCpus / (double) MILLI).replaceFirst("0+$", "");
    }

    String memory() {
        return String.format(Locale.ROOT, "%.1f", bytes / GIBIBYTE).replaceFirst("\\.0$", "") + " GiB";
    }
}
