package dev.penstock.cli.progress;

import dev.penstock.contract.Progress;

/** How far something is, as a bar and words. */
final class Bar {

    private static final int CELLS = 10;

    private Bar() {}

    static String of(Progress progress) {
        return progress.fraction()
                .map(fraction -> "%s %s".formatted(cells(fraction), progress.words()))
                .orElseGet(progress::words);
    }

    private static String cells(double fraction) {
        int full = Math.clamp((long) (fraction * CELLS), 0, CELLS);
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }
}
