package dev.penstock.cli.plan;

import dev.penstock.option.Setting;
import dev.penstock.spec.Words;
import java.util.ArrayList;
import java.util.List;

/** Says an option as part of a sentence about its step. */
final class SettingWords {

    private SettingWords() {}

    static String of(Setting setting) {
        return switch (setting) {
            case Setting.Retry retry -> retry(retry);
            case Setting.Timeout timeout -> "each attempt at most " + Words.of(timeout.running());
            case Setting.PendingAtMost pending -> "waits at most %s for a place".formatted(Words.of(pending.queued()));
            case Setting.Cached cached -> cached(cached);
            case Setting.Spot spot ->
                spot.onDemandAfterInterruptions()
                        .map(count -> "on spot, on-demand after %s".formatted(counted(count, "interruption")))
                        .orElse("on spot");
            case Setting.On on -> pools(on.pools());
            case Setting.OutOfMemory growth ->
                "memory × %s when it runs out, up to %s".formatted(number(growth.factor()), growth.upTo());
            case Setting.Budget budget -> "costs at most " + budget.amount().toPlainString();
            case Setting.Queue queue -> "queue " + queue.name();
            case Setting.OnWorkers workers -> "in workers of " + workers.taskQueue();
            case Setting.LongRunning running -> "takes long";
            case Setting.Rejecting rejecting -> "rejects on " + simpleNames(rejecting.exceptions());
            case Setting.AtMost most -> "at most %s at once".formatted(most.items());
            case Setting.Tolerate tolerate -> "up to %s %% may fail".formatted(number(tolerate.ratio() * 100));
            case Setting.Within within -> "within " + Words.of(within.limit());
            case Setting.Quorum quorum -> counted(quorum.approvers(), "approver") + " needed";
            case Setting.NotTheAuthor author -> "not by the author";
        };
    }

    static String pools(List<String> pools) {
        return "pool " + String.join(", then ", pools);
    }

    static String number(double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == (long) rounded ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String retry(Setting.Retry retry) {
        if (retry.attempts() <= 1) {
            return "one try";
        }
        String apart = retry.factor() == 1
                ? "%s apart".formatted(Words.of(retry.pause()))
                : "%s apart, growing to %s".formatted(Words.of(retry.pause()), Words.of(retry.longestPause()));
        return "up to %s tries, %s".formatted(retry.attempts(), apart);
    }

    private static String cached(Setting.Cached cached) {
        List<String> words = new ArrayList<>();
        words.add(cached.refreshed() ? "computed anew, kept for reuse" : "reuses results");
        cached.ttl().ifPresent(age -> words.add("up to %s old".formatted(Words.of(age))));
        if (!cached.version().isEmpty()) {
            words.add("of version " + cached.version());
        }
        if (!cached.ignoring().isEmpty()) {
            words.add("whatever " + String.join(", ", cached.ignoring()));
        }
        return String.join(" ", words);
    }

    private static String counted(int count, String word) {
        return "%s %s%s".formatted(count, word, count == 1 ? "" : "s");
    }

    private static String simpleNames(List<String> classNames) {
        return String.join(
                ", ",
                classNames.stream()
                        .map(name -> name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1))
                        .toList());
    }
}
