package dev.penstock.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a line that a step wrote; what cannot be meant is left out, since progress never fails a step. */
public final class ProgressLine {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final int MOST_METRICS = 100;

    private ProgressLine() {}

    /** What it says; nothing where it is no JSON object or says nothing that is known. */
    public static Optional<Progress> parse(String line) {
        try {
            return Optional.ofNullable(MAPPER.readTree(line)).flatMap(ProgressLine::of);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The same of what was read already. */
    public static Optional<Progress> of(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        SortedMap<String, Double> metrics = new TreeMap<>();
        json.path("metrics").properties().stream()
                .filter(metric -> isNumber(metric.getValue()))
                .limit(MOST_METRICS)
                .forEach(
                        metric -> metrics.put(metric.getKey(), metric.getValue().doubleValue()));
        Progress progress = new Progress(
                Optional.of(json.path("fraction"))
                        .filter(ProgressLine::isNumber)
                        .map(JsonNode::doubleValue)
                        .filter(fraction -> fraction >= 0 && fraction <= 1),
                Optional.ofNullable(json.path("message").textValue()),
                metrics,
                Optional.of(json.path("step"))
                        .filter(step -> step.isIntegralNumber() && step.canConvertToLong())
                        .map(JsonNode::longValue));
        return progress.equals(Progress.nothing()) ? Optional.empty() : Optional.of(progress);
    }

    private static boolean isNumber(JsonNode json) {
        return json.isNumber() && Double.isFinite(json.doubleValue());
    }
}
