package dev.penstock.benchmarks.engine;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Two ways to the same result, measured in alternation. */
record Duel(String name, Contestant own, Contestant byHand, int runsPerSample) {

    /** Milliseconds per run: on the wall, and of this process on all processors. */
    private record Sample(double wall, double cpu) {}

    /** A pair of samples, next to each other in time. */
    private record Pair(Sample own, Sample byHand) {}

    /**
     * Medians of milliseconds per run.
     *
     * @param pairwise the median of the ratios of the pairs
     * @param ownCpu mean, since the clock of the process is coarse
     */
    record Result(String name, int pairs, double own, double byHand, double pairwise, double ownCpu, double byHandCpu) {

        double ratio() {
            return own / byHand;
        }

        double cpuRatio() {
            return ownCpu / byHandCpu;
        }
    }

    Result measure(double warmUpSeconds, int pairs) {
        long warm = System.nanoTime() + (long) (warmUpSeconds * 1e9);
        do {
            require(own.run() - byHand.run() == 0);
        } while (System.nanoTime() < warm);
        Pair[] measured = new Pair[pairs];
        for (int i = 0; i < pairs; i++) {
            measured[i] = pair(i % 2 == 0);
        }
        return new Result(
                name,
                pairs,
                median(measured, pair -> pair.own().wall()),
                median(measured, pair -> pair.byHand().wall()),
                median(measured, pair -> pair.own().wall() / pair.byHand().wall()),
                Arrays.stream(measured)
                        .mapToDouble(pair -> pair.own().cpu())
                        .average()
                        .orElse(0),
                Arrays.stream(measured)
                        .mapToDouble(pair -> pair.byHand().cpu())
                        .average()
                        .orElse(0));
    }

    private Pair pair(boolean ownFirst) {
        if (ownFirst) {
            Sample first = sample(own);
            return new Pair(first, sample(byHand));
        }
        Sample first = sample(byHand);
        return new Pair(sample(own), first);
    }

    private Sample sample(Contestant contestant) {
        long cpu = Processor.used();
        long start = System.nanoTime();
        for (int i = 0; i < runsPerSample; i++) {
            contestant.run();
        }
        double wall = (System.nanoTime() - start) / 1e6;
        return new Sample(wall / runsPerSample, (Processor.used() - cpu) / 1e6 / runsPerSample);
    }

    private static void require(boolean same) {
        if (!same) {
            throw new IllegalStateException("the two sides do not yield the same");
        }
    }

    private static double median(Pair[] pairs, ToDoubleFunction<Pair> figure) {
        double[] sorted = Arrays.stream(pairs).mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
