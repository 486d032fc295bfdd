package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose answer to an approval counts.
 *
 * @param needed people who have to approve
 * @param excluded those who may not, since they have an interest
 */
public record Votes(int needed, List<String> excluded) {

    public Votes {
        excluded = List.copyOf(excluded);
    }

    public static Votes of(Node approval, RunFacts run) {
        boolean separate = approval.setting(Setting.NotTheAuthor.class).isPresent();
        List<String> excluded = separate ? interested(run) : List.of();
        return new Votes(
                approval.setting(Setting.Quorum.class)
                        .map(Setting.Quorum::approvers)
                        .orElse(1),
                excluded);
    }

    private static List<String> interested(RunFacts run) {
        List<String> all = new ArrayList<>(run.starters());
        run.owner().ifPresent(all::add);
        return all;
    }

    /** Those of earlier votes that still count: who retries a run has an interest from then on. */
    public List<Vote> counted(List<Vote> before) {
        return before.stream().filter(vote -> !excluded.contains(vote.by())).toList();
    }

    /** Why this answer does not count; nothing where it does. */
    public Optional<String> refusal(Answer answer, List<Vote> before) {
        if (answer.by().isBlank()) {
            return Optional.of("An answer needs the name of who gives it.");
        }
        if (excluded.contains(answer.by())) {
            return Optional.of(
                    "%s started the run or owns the pipeline, and somebody else has to answer.".formatted(answer.by()));
        }
        return before.stream().anyMatch(vote -> vote.by().equals(answer.by()))
                ? Optional.of("%s has answered already.".formatted(answer.by()))
                : Optional.empty();
    }

    /** The value with the evidence of those who approved. */
    public static Datum evidence(Datum value, List<Vote> votes) {
        ObjectNode approved = JsonNodeFactory.instance.objectNode();
        JsonNode approvedValue = value.json();
        approved.set("value", approvedValue);
        ArrayNode by = approved.putArray("by");
        votes.forEach(vote -> by.add(vote.by()));
        Vote last = votes.getLast();
        approved.put("at", last.at().toString());
        last.comment().ifPresent(comment -> approved.put("comment", comment));
        return Datum.of(approved);
    }
}
