package dev.penstock.testing;

import dev.penstock.option.PipelineSettings;
import dev.penstock.option.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Options that mean something for the kind of step, and settings of pipelines. */
record GeneratedSettings(Dice dice, GeneratedTexts texts) {

    List<Setting> forContainer(Set<String> inputs) {
        return some(List.of(
                this::retry,
                this::timeout,
                this::pending,
                () -> cached(inputs),
                () -> new Setting.Spot(dice.maybe(0.5, () -> dice.between(1, 5))),
                () -> new Setting.On(dice.some(1, 3, texts::name)),
                () -> new Setting.OutOfMemory(1 + dice.between(1, 8) / 4.0, texts.quantity()),
                this::budget,
                () -> new Setting.Queue(texts.any())));
    }

    List<Setting> forFunction() {
        return some(List.of(
                this::retry,
                this::timeout,
                () -> cached(Set.of()),
                () -> new Setting.OnWorkers(texts.any()),
                Setting.LongRunning::new,
                this::rejecting));
    }

    List<Setting> forCall() {
        return some(List.of(this::retry, this::timeout, () -> new Setting.OnWorkers(texts.any()), this::rejecting));
    }

    List<Setting> forResource() {
        return some(
                List.of(this::retry, this::timeout, this::pending, this::budget, () -> new Setting.Queue(texts.any())));
    }

    List<Setting> forPipeline() {
        return some(List.of(this::retry, this::timeout, this::budget, () -> new Setting.OnWorkers(texts.any())));
    }

    List<Setting> forMap() {
        return some(List.of(
                this::timeout,
                this::budget,
                () -> new Setting.AtMost(dice.between(1, 100)),
                () -> new Setting.Tolerate(dice.below(101) / 100.0)));
    }

    List<Setting> forLoop() {
        return some(List.of(this::timeout));
    }

    List<Setting> forApproval() {
        return some(List.of(
                () -> new Setting.Within(texts.duration()),
                () -> new Setting.Quorum(dice.between(1, 3)),
                Setting.NotTheAuthor::new));
    }

    PipelineSettings ofPipeline() {
        SortedMap<String, String> labels = new TreeMap<>();
        dice.some(0, 2, texts::any).forEach(label -> labels.put(label, texts.maybeEmpty()));
        return new PipelineSettings(
                dice.maybe(0.5, texts::maybeEmpty),
                dice.maybe(0.5, texts::any),
                labels,
                dice.maybe(0.3, texts::duration),
                dice.maybe(0.3, this::amount),
                dice.some(0, 2, texts::javaClass));
    }

    private List<Setting> some(List<Supplier<Setting>> fitting) {
        List<Setting> some = new ArrayList<>();
        fitting.forEach(setting -> dice.maybe(0.2, setting).ifPresent(some::add));
        return some;
    }

    private Setting retry() {
        Duration pause = texts.duration();
        return new Setting.Retry(
                dice.between(1, 9), pause, dice.oneOf(1.0, 1.5, 2.0), pause.multipliedBy(dice.between(1, 9)));
    }

    private Setting timeout() {
        return new Setting.Timeout(texts.duration());
    }

    private Setting pending() {
        return new Setting.PendingAtMost(texts.duration());
    }

    private Setting cached(Set<String> inputs) {
        List<String> ignored =
                new TreeSet<>(inputs).stream().filter(input -> dice.chance(0.2)).toList();
        return new Setting.Cached(dice.maybe(0.3, texts::duration), texts.maybeEmpty(), ignored, dice.chance(0.1));
    }

    private Setting budget() {
        return new Setting.Budget(amount());
    }

    private BigDecimal amount() {
        return new BigDecimal(dice.oneOf("10", "12.50", "0.01", "1E+3"));
    }

    private Setting rejecting() {
        return new Setting.Rejecting(dice.some(1, 2, texts::javaClass));
    }
}
