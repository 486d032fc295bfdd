package dev.penstock.check;

import dev.penstock.container.Quantity;
import dev.penstock.option.Setting;
import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import java.time.Duration;
import java.util.Set;

/** Every option has a value that can be meant. */
final class SettingRule {

    private final Node node;
    private final Problems problems;

    private SettingRule(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    static void check(Node node, Problems problems) {
        SettingRule rule = new SettingRule(node, problems);
        node.settings().forEach(rule::check);
    }

    private void check(Setting setting) {
        switch (setting) {
            case Setting.Retry retry -> retry(retry);
            case Setting.Timeout timeout -> positive("timeout", timeout.running());
            case Setting.PendingAtMost pending -> positive("pendingAtMost", pending.queued());
            case Setting.Cached cached -> cached(cached);
            case Setting.Spot spot ->
                need(
                        spot.onDemandAfterInterruptions().orElse(1) > 0,
                        "onDemandAfter needs at least one interruption.",
                        "For none, leave spot() out.");
            case Setting.On on ->
                need(!on.pools().isEmpty(), "on() names no pool.", "Name one: on(pool(\"gpu-workloads\")).");
            case Setting.OutOfMemory grow -> {
                need(
                        grow.factor() > 1 && Double.isFinite(grow.factor()),
                        "outOfMemory must grow.",
                        "Use a factor above 1.");
                need(
                        Quantity.bytes(grow.upTo()).isPresent(),
                        "\"%s\" is no amount of memory.".formatted(grow.upTo()),
                        "Write it like \"64Gi\".");
            }
            case Setting.Budget budget ->
                need(
                        budget.amount().signum() > 0,
                        "The budget must be above zero.",
                        "Write it like budget(\"25.00\").");
            case Setting.Queue queue -> need(!queue.name().isBlank(), "The queue has no name.", "Name a Kueue queue.");
            case Setting.OnWorkers workers ->
                need(!workers.taskQueue().isBlank(), "The task queue has no name.", "Name the queue of the workers.");
            case Setting.LongRunning longRunning -> {}
            case Setting.Rejecting rejecting -> {}
            case Setting.AtMost atMost ->
                need(atMost.items() > 0, "atMost needs at least one item at a time.", "Leave it out for no limit.");
            case Setting.Tolerate tolerate ->
                need(
                        tolerate.ratio() >= 0 && tolerate.ratio() <= 1,
                        "tolerate needs a share from 0 to 1, got %s.".formatted(tolerate.ratio()),
                        "0.05 lets one item in twenty fail.");
            case Setting.Within within -> positive("within", within.limit());
            case Setting.Quorum quorum ->
                need(quorum.approvers() > 0, "quorum needs at least one person.", "Leave it out for one.");
            case Setting.NotTheAuthor notTheAuthor -> {}
        }
    }

    private void retry(Setting.Retry retry) {
        need(retry.attempts() > 0, "retry needs at least one attempt.", "retry(3) tries up to three times.");
        need(!retry.pause().isNegative(), "The pause between attempts is negative.", "Use every(ofSeconds(10)).");
        need(
                retry.factor() >= 1 && Double.isFinite(retry.factor()),
                "The pauses between attempts shrink.",
                "Use a factor of at least 1.");
        need(
                retry.longestPause().compareTo(retry.pause()) >= 0,
                "The longest pause is shorter than the first.",
                "Use growing(first, factor, longest) with longest above first.");
    }

    private void cached(Setting.Cached cached) {
        cached.ttl().ifPresent(ttl -> positive("forAtMost", ttl));
        Set<String> inputs =
                node instanceof Node.RunContainer run ? run.inputs().keySet() : Set.of();
        for (String ignored : cached.ignoring()) {
            need(
                    inputs.contains(ignored),
                    "cached() ignores \"%s\", which is not an input of the step.".formatted(ignored),
                    Nearest.suggest(ignored, inputs));
        }
    }

    private void positive(String option, Duration duration) {
        need(
                !duration.isNegative() && !duration.isZero(),
                "%s needs a time above zero, got %s.".formatted(option, duration),
                "Write it like %s(ofMinutes(30)).".formatted(option));
    }

    private void need(boolean holds, String message, String remedy) {
        if (!holds) {
            problems.add(
                    Code.INVALID_OPTION, node.at().toString(), "In \"%s\": %s".formatted(node.name(), message), remedy);
        }
    }
}
