package dev.penstock.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an attempt of a step is.
 *
 * @param fraction of the work, from 0 to 1
 * @param message for people
 * @param metrics numbers by name, such as a loss
 * @param step to which the metrics belong, such as an epoch
 */
public record Progress(
        Optional<Double> fraction, Optional<String> message, SortedMap<String, Double> metrics, Optional<Long> step) {

    private static final int LONGEST_MESSAGE = 500;
    private static final int MOST_SHOWN = 3;

    public Progress {
        message = message.map(text -> text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    public static Progress nothing() {
        return new Progress(Optional.empty(), Optional.empty(), new TreeMap<>(), Optional.empty());
    }

    public static Progress saying(String message) {
        return new Progress(Optional.empty(), Optional.of(message), new TreeMap<>(), Optional.empty());
    }

    /** This, and from before what this does not say anew. */
    public Progress after(Progress before) {
        SortedMap<String, Double> all = new TreeMap<>(before.metrics);
        all.putAll(metrics);
        return new Progress(fraction.or(before::fraction), message.or(before::message), all, step.or(before::step));
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fraction.ifPresent(value -> json.put("fraction", value));
        message.ifPresent(text -> json.put("message", text));
        step.ifPresent(number -> json.put("step", number));
        if (!metrics.isEmpty()) {
            metrics.forEach(json.putObject("metrics")::put);
        }
        return json;
    }

    /** For people, such as {@code 42 % · epoch 3 of 7 · loss 0.31}. */
    public String words() {
        List<String> words = new ArrayList<>();
        fraction.ifPresent(value -> words.add("%.0f %%".formatted(Math.floor(value * 100))));
        message.filter(text -> !text.isBlank()).ifPresent(words::add);
        metrics.entrySet().stream()
                .limit(MOST_SHOWN)
                .forEach(metric -> words.add(
                        "%s %s".formatted(metric.getKey(), String.format(Locale.ROOT, "%.4g", metric.getValue()))));
        return String.join(" · ", words);
    }
}
