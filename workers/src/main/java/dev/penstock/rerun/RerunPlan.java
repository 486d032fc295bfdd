package dev.penstock.rerun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Carried;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Nearest;
import dev.penstock.value.Datum;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What another run takes over from an earlier one.
 *
 * @param steps all of the new version, in the order of their declaration, handlers left out
 * @param carried the results that are kept, to start the run with
 */
public record RerunPlan(List<Step> steps, Carried carried) {

    public RerunPlan {
        steps = List.copyOf(steps);
    }

    /** A step by its path without the numbers of items and passes, such as {@code map-depths/train}. */
    public record Step(String path, Decision decision) {}

    /**
     * Keeps what fits: results of steps that are what they were and read what they read.
     *
     * @param kept what the earlier run has done, that of its children included
     * @param values gives the value behind a reference
     * @param from the step to run again whatever became of it, by its name or path
     */
    public static RerunPlan of(
            Version before, Version now, Carried kept, Function<Datum, JsonNode> values, Optional<String> from) {
        Version old = before.read();
        Version next = now.read();
        Outline outline = Outline.of(next.spec());
        Optional<Placed> start = from.map(name -> named(outline, name));
        Kept results = new Kept(kept, new Shapes(old.spec().types(), next.spec().types()), values);
        Judgement judgement = new Judgement(old, next, outline, results, start);
        List<Step> steps = new Verdicts(outline, judgement, results).all();
        return new RerunPlan(steps, results.where(judgement::isKept));
    }

    /** Whether every step keeps its result. */
    public boolean runsNothing() {
        return steps.stream().allMatch(step -> step.decision() instanceof Decision.Reused);
    }

    private static Placed named(Outline outline, String name) {
        Optional<Placed> exact = outline.at(name);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Placed> named = outline.all().stream()
                .filter(step -> step.node().name().equals(name))
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        if (named.isEmpty()) {
            throw new InvalidInputException(
                    Code.UNKNOWN_NAME,
                    "--from",
                    "The pipeline has no step \"%s\".".formatted(name),
                    Nearest.suggest(
                            name, outline.all().stream().map(Placed::path).toList()));
        }
        throw new InvalidInputException(
                Code.UNKNOWN_NAME,
                "--from",
                "Several steps are called \"%s\".".formatted(name),
                "Say which: %s."
                        .formatted(String.join(
                                ", ", named.stream().map(Placed::path).toList())));
    }
}
