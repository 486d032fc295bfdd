package dev.penstock.benchmarks.engine;

import dev.penstock.engine.Limits;
import dev.penstock.function.Services;
import dev.penstock.server.Target;
import dev.penstock.spec.Spec;
import dev.penstock.type.JsonEncoder;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;

/** A map over very many items, against one over a thousand on the same server. */
record MapScale(Work work, int items) {

    private static final int FEW = 1_000;
    private static final int REPEATS = 5;

    void run() {
        try (Ground ground = Ground.open(new Target.Dev());
                OwnWorker own = new OwnWorker(
                        ground.engine(), ground.values(), Services.none().with(Numbers.class, new Numbers.Plain()))) {
            Spec spec = new MapPipeline(work).toSpec();
            measure(own, spec, FEW);
            double[] before = measure(own, spec, FEW, REPEATS);
            double many = measure(own, spec, items);
            double[] after = measure(own, spec, FEW, REPEATS);
            double few = median(before, after);
            System.out.printf(
                    Locale.ROOT,
                    "map of %s: %s items %.3f ms each; %s items %.3f ms each; ratio %.2f; heap at most %s MB; load %s%n",
                    work,
                    FEW,
                    few,
                    items,
                    many,
                    many / few,
                    peak() >> 20,
                    Processor.load());
        }
    }

    private static double[] measure(OwnWorker own, Spec spec, int items, int repeats) {
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            times[i] = measure(own, spec, items);
        }
        return times;
    }

    /** Milliseconds per item. */
    private static double measure(OwnWorker own, Spec spec, int items) {
        long start = System.nanoTime();
        String run = own.start(spec, new JsonEncoder().encode(items), Limits.usual());
        int sum = own.result(run);
        double each = (System.nanoTime() - start) / 1e6 / items;
        if (sum
                != MapPipeline.range(items).stream()
                        .mapToInt(Numbers::increment)
                        .sum()) {
            throw new IllegalStateException("the map over %s yields %s".formatted(items, sum));
        }
        if (items > FEW) {
            System.out.printf(
                    Locale.ROOT,
                    "%s items in %.1f s: %s%n",
                    items,
                    each * items / 1e3,
                    Histories.of(own.client(), run));
        }
        return each;
    }

    private static double median(double[] before, double[] after) {
        double[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        Arrays.sort(all);
        return (all[all.length / 2 - 1] + all[all.length / 2]) / 2;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
