package dev.penstock.cli;

import dev.penstock.cli.connect.Experiments;
import dev.penstock.cli.output.Printable;
import dev.penstock.fault.FaultException;
import java.io.PrintStream;

/** Gets ready what a run needs besides a server, and shows what that waits for. */
record Preparing(Shell shell, boolean json) {

    /** A run is worth more than its tracking, so it goes on without. */
    void tracking(Experiments experiments) {
        try (Waiting waiting = new Waiting()) {
            experiments.prepare(waiting::says);
        } catch (FaultException e) {
            shell.err()
                    .println("%s The run is not tracked. %s %s"
                            .formatted(
                                    shell.style().yellow("warning:"),
                                    Printable.of(e.fault().message()),
                                    Printable.of(e.fault().remedy().orElse(""))));
        }
    }

    /** One line that changes on a terminal, and a line now and then elsewhere. */
    private final class Waiting implements AutoCloseable {

        private static final long BETWEEN_LINES = 5_000_000_000L;
        private static final String CLEAR = "\r\u001B[K";

        private final PrintStream out = shell.terminal() ? shell.out() : shell.err();
        private long last = System.nanoTime() - BETWEEN_LINES;
        private boolean drawn;

        void says(String words) {
            if (json) {
                return;
            }
            if (shell.terminal()) {
                String line = Printable.of(words);
                out.print(CLEAR + line.substring(0, Math.min(line.length(), Math.max(1, shell.width() - 1))));
                out.flush();
                drawn = true;
            } else if (System.nanoTime() - last >= BETWEEN_LINES) {
                out.println(Printable.of(words));
                out.flush();
                last = System.nanoTime();
            }
        }

        @Override
        public void close() {
            if (drawn) {
                out.print(CLEAR);
                out.flush();
            }
        }
    }
}
