package dev.penstock.contract;

import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whose fault it was that a process ended as it did. */
public final class Verdict {

    private static final int SIGNALLED = 128;
    private static final int MOST_TEXT = 1_200;
    private static final int LONGEST_LINE = 300;

    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL",
            11, "SIGSEGV", 15, "SIGTERM");

    private Verdict() {}

    /** Nothing where the process did what it should; the reason is what a step wrote for a rejection. */
    public static Optional<Fault> of(String step, Ending ending, Optional<String> reason) {
        if (ending.tooMuchMemory().isPresent()) {
            String allowed = ending.tooMuchMemory().get();
            return Optional.of(Fault.of(
                    FaultKind.OUT_OF_MEMORY,
                    "%s was ended, since it used more memory than %s.%s".formatted(step, allowed, tail(ending))));
        }
        return switch (ending.exit()) {
            case Ending.DONE -> Optional.empty();
            case Ending.REJECTED ->
                Optional.of(Fault.of(
                        FaultKind.REJECTED,
                        reason.or(ending::lastError).orElse("%s rejected its inputs.".formatted(step))));
            case Ending.AGAIN ->
                Optional.of(Fault.of(
                        FaultKind.PLATFORM,
                        "%s asks to be tried again%s."
                                .formatted(
                                        step,
                                        reason.or(ending::lastError)
                                                .map(why -> ": " + unstopped(why))
                                                .orElse(""))));
            default -> Optional.of(Fault.of(FaultKind.USER, failure(step, ending)));
        };
    }

    private static String failure(String step, Ending ending) {
        String signal = SIGNALS.get(ending.exit() - SIGNALLED);
        String how = signal == null ? "ended with exit code " + ending.exit() : "was ended by " + signal;
        String error = ending.lastError()
                .map(line -> ": " + unstopped(shortened(line)))
                .orElse("");
        return "%s %s%s.%s".formatted(step, how, error, tail(ending));
    }

    /** The last lines are those that say why, so the first ones go where there is no room for all. */
    private static String tail(Ending ending) {
        Deque<String> shown = new ArrayDeque<>();
        int room = MOST_TEXT;
        List<String> lines = ending.lastLines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = shortened(lines.get(i));
            room -= line.length() + 5;
            if (room < 0) {
                break;
            }
            shown.addFirst("    " + line);
        }
        String all = "\nAll that it wrote: " + ending.log();
        return shown.isEmpty() ? "\nIt wrote nothing." : "\nIts last lines:\n" + String.join("\n", shown) + all;
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }

    private static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
