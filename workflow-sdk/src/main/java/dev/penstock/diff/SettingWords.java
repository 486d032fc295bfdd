package dev.penstock.diff;

import dev.penstock.option.Setting;
import dev.penstock.spec.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in words what an option asks for. */
final class SettingWords {

    private SettingWords() {}

    /** Fits after "now" and after "no longer". */
    static String state(Setting setting) {
        return switch (setting) {
            case Setting.Retry retry -> "retried, up to %s attempts".formatted(retry.attempts());
            case Setting.Timeout timeout -> "ended after " + Words.of(timeout.running());
            case Setting.PendingAtMost pending -> "pending at most " + Words.of(pending.queued());
            case Setting.Cached cached -> "cached";
            case Setting.Spot spot -> "on spot";
            case Setting.On on -> "on pools " + Shown.list(on.pools());
            case Setting.OutOfMemory growth -> "given memory up to %s when it runs out".formatted(growth.upTo());
            case Setting.Budget budget -> "on a budget of " + budget.amount();
            case Setting.Queue queue -> "in queue " + Shown.quoted(queue.name());
            case Setting.OnWorkers workers -> "on workers of " + Shown.quoted(workers.taskQueue());
            case Setting.LongRunning running -> "long-running";
            case Setting.Rejecting rejecting -> "rejecting on " + Shown.list(rejecting.exceptions());
            case Setting.AtMost most -> "limited to %s items at once".formatted(most.items());
            case Setting.Tolerate tolerate -> "tolerant of a share of %s failed items".formatted(tolerate.ratio());
            case Setting.Within within -> "waiting at most " + Words.of(within.limit());
            case Setting.Quorum quorum -> "in need of %s approvers".formatted(quorum.approvers());
            case Setting.NotTheAuthor author -> "closed to the author";
        };
    }

    /** What can differ between two options of one kind, by name. */
    static Map<String, String> facts(Setting setting) {
        return switch (setting) {
            case Setting.Retry retry ->
                facts(
                        "retry attempts", String.valueOf(retry.attempts()),
                        "pause before a retry", Words.of(retry.pause()),
                        "growth of the pause", number(retry.factor()),
                        "longest pause", Words.of(retry.longestPause()));
            case Setting.Timeout timeout -> facts("timeout", Words.of(timeout.running()));
            case Setting.PendingAtMost pending -> facts("pending at most", Words.of(pending.queued()));
            case Setting.Cached cached ->
                facts(
                        "results reused for",
                        cached.ttl().map(Words::of).orElse("ever"),
                        "cache version",
                        '"' + cached.version() + '"',
                        "inputs ignored by the cache",
                        names(cached.ignoring()),
                        "refresh of the cache",
                        cached.refreshed() ? "on" : "off");
            case Setting.Spot spot ->
                facts(
                        "interruptions until on-demand",
                        spot.onDemandAfterInterruptions().map(String::valueOf).orElse("unlimited"));
            case Setting.On on -> facts("pools", Shown.list(on.pools()));
            case Setting.OutOfMemory growth ->
                facts("growth of memory", number(growth.factor()), "memory at most", growth.upTo());
            case Setting.Budget budget -> facts("budget", amount(budget.amount()));
            case Setting.Queue queue -> facts("queue", queue.name());
            case Setting.OnWorkers workers -> facts("task queue", workers.taskQueue());
            case Setting.LongRunning running -> facts();
            case Setting.Rejecting rejecting -> facts("rejecting on", names(rejecting.exceptions()));
            case Setting.AtMost most -> facts("items at once", String.valueOf(most.items()));
            case Setting.Tolerate tolerate -> facts("share of items that may fail", number(tolerate.ratio()));
            case Setting.Within within -> facts("waiting at most", Words.of(within.limit()));
            case Setting.Quorum quorum -> facts("approvers needed", String.valueOf(quorum.approvers()));
            case Setting.NotTheAuthor author -> facts();
        };
    }

    static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String amount(BigDecimal amount) {
        return amount.toString();
    }

    /** Their order means nothing. */
    private static String names(List<String> names) {
        return Shown.list(names.stream().sorted().toList());
    }

    private static Map<String, String> facts(String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
