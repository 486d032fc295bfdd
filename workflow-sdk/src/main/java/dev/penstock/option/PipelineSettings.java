package dev.penstock.option;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What holds for every run of a pipeline: owner, labels, limits. */
public record PipelineSettings(
        Optional<String> description,
        Optional<String> owner,
        SortedMap<String, String> labels,
        Optional<Duration> timeout,
        Optional<BigDecimal> budget,
        List<String> rejecting) {

    public PipelineSettings {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        rejecting = rejecting.stream().distinct().sorted().toList();
    }

    public static PipelineSettings none() {
        return new PipelineSettings(
                Optional.empty(), Optional.empty(), new TreeMap<>(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The team or person who answers for the pipeline. */
    public static PipelineSettings ownedBy(String owner) {
        return new PipelineSettings(
                Optional.empty(), Optional.of(owner), new TreeMap<>(), Optional.empty(), Optional.empty(), List.of());
    }

    /** One sentence on what the pipeline does. */
    public PipelineSettings describedAs(String sentence) {
        return new PipelineSettings(Optional.of(sentence), owner, labels, timeout, budget, rejecting);
    }

    /** A label of every run, such as its cost centre. */
    public PipelineSettings label(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(key, requireNonNull(value, key));
        return new PipelineSettings(description, owner, more, timeout, budget, rejecting);
    }

    /** Ends a run that takes longer. */
    public PipelineSettings timeout(Duration whole) {
        return new PipelineSettings(description, owner, labels, Optional.of(whole), budget, rejecting);
    }

    /** Starts nothing more in a run that could cost more, in the currency of the pools. */
    public PipelineSettings budget(String amount) {
        return new PipelineSettings(
                description,
                owner,
                labels,
                timeout,
                Optional.of(Setting.Budget.of(amount).amount()),
                rejecting);
    }

    /** Counts this exception, thrown by any function or service, as the fault of the data. */
    public PipelineSettings rejecting(Class<? extends Throwable> exception) {
        List<String> more = Stream.concat(rejecting.stream(), Stream.of(exception.getName()))
                .toList();
        return new PipelineSettings(description, owner, labels, timeout, budget, more);
    }
}
