package dev.penstock.cli.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.cli.connect.Connection;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.record.RunEvent;
import dev.penstock.record.RunRecord;
import dev.penstock.spec.Spec;
import dev.penstock.store.BlobException;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was given and what it and its steps have yielded, by path; that of the run itself under names that no step
 * has.
 *
 * @param lost why some of it cannot be read
 * @param spec of its pipeline, where that can be read
 */
public record RunValues(Map<String, JsonNode> values, List<String> lost, Optional<Spec> spec) {

    public static final String INPUT = "(input)";
    public static final String RESULT = "(result)";

    /** As a record has it. */
    public static RunValues of(RunRecord record, Values store) {
        return switch (record) {
            case RunRecord.Unreadable unreadable -> throw new InvalidInputException(List.of(unreadable.problem()));
            case RunRecord.Sound sound -> {
                Map<String, Datum> all = new LinkedHashMap<>();
                all.put(INPUT, sound.header().input());
                all.putAll(sound.steps().values());
                sound.end()
                        .flatMap(end ->
                                end instanceof RunEvent.Succeeded succeeded ? succeeded.value() : Optional.empty())
                        .ifPresent(value -> all.put(RESULT, value));
                yield loaded(all, store, sound.header().spec());
            }
        };
    }

    /** As a server has it. */
    public static Optional<RunValues> of(Connection connection, String run) {
        return connection.runs().yielded(run).map(yielded -> {
            Map<String, Datum> all = new LinkedHashMap<>();
            connection.runs().input(run).ifPresent(input -> all.put(INPUT, Datum.of(input)));
            all.putAll(yielded);
            return loaded(
                    all, connection.values(), connection.runs().spec(run).orElseGet(() -> Datum.of(NullNode.instance)));
        });
    }

    private static RunValues loaded(Map<String, Datum> all, Values store, Datum spec) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        List<String> lost = new ArrayList<>();
        all.forEach((path, value) -> {
            try {
                values.put(path, store.load(value));
            } catch (BlobException e) {
                if (!e.lasting()) {
                    throw e;
                }
                lost.add("What %s yielded: %s".formatted(path, e.getMessage()));
            }
        });
        return new RunValues(values, lost, spec(spec, store));
    }

    /** Without it only the names of types are missing. */
    private static Optional<Spec> spec(Datum spec, Values store) {
        try {
            return Optional.of(Spec.parse(store.load(spec).toString(), "the spec of the run"));
        } catch (BlobException | InvalidInputException e) {
            return Optional.empty();
        }
    }
}
