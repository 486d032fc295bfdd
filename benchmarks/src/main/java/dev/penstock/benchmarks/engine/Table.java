package dev.penstock.benchmarks.engine;

import java.util.Locale;

/** The lines of a comparison. */
final class Table {

    private Table() {}

    static void head(String server) {
        System.out.printf(
                Locale.ROOT,
                "%n%-14s %5s | %9s %9s %7s %9s | %9s %9s %7s | %s%n",
                server,
                "pairs",
                "own ms",
                "hand ms",
                "ratio",
                "pairwise",
                "own cpu",
                "hand cpu",
                "ratio",
                "load");
    }

    static void row(Duel.Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %5s | %9.1f %9.1f %7.2f %9.2f | %9.1f %9.1f %7.2f | %s%n",
                result.name(),
                result.pairs(),
                result.own(),
                result.byHand(),
                result.ratio(),
                result.pairwise(),
                result.ownCpu(),
                result.byHandCpu(),
                result.cpuRatio(),
                Processor.load());
    }
}
