package dev.penstock.rerun;

import dev.penstock.spec.Node;
import dev.penstock.spec.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** Says for each step what becomes of it. */
final class Verdicts {

    private final Outline outline;
    private final Judgement judgement;
    private final Kept kept;
    private final Map<Placed, Decision> decided = new LinkedHashMap<>();

    Verdicts(Outline outline, Judgement judgement, Kept kept) {
        this.outline = outline;
        this.judgement = judgement;
        this.kept = kept;
    }

    List<RerunPlan.Step> all() {
        outline.all().forEach(step -> decided.put(step, decide(step)));
        List<RerunPlan.Step> steps = new ArrayList<>();
        decided.forEach((step, decision) -> steps.add(new RerunPlan.Step(step.path(), decision)));
        return steps;
    }

    private Decision decide(Placed step) {
        Optional<Decision.Reused> around = step.parent()
                .map(decided::get)
                .flatMap(decision ->
                        decision instanceof Decision.Reused reused ? Optional.of(reused) : Optional.empty());
        if (around.isPresent()) {
            return around.get();
        }
        Optional<String> changed = judgement.changed(step);
        if (changed.isPresent()) {
            return new Decision.Runs(changed.get());
        }
        List<String> paths = kept.paths(step);
        if (paths.contains(step.path())) {
            return new Decision.Reused(List.of(step.path()));
        }
        List<String> passes = new ArrayList<>(paths);
        for (Optional<Placed> outer = step.parent();
                outer.isPresent();
                outer = outer.get().parent()) {
            passes.addAll(kept.paths(outer.get()));
        }
        if (step.node() instanceof Node.ForEach || passes.isEmpty()) {
            return new Decision.Runs(waiting(step).orElse("it did not succeed"));
        }
        return new Decision.Partly(passes, "it did not succeed everywhere");
    }

    /** That it has not begun, since it reads something that is not there yet. */
    private Optional<String> waiting(Placed step) {
        NavigableSet<String> read = References.steps(step.node());
        return read.stream()
                .flatMap(name -> step.within().step(name).stream())
                .filter(other -> decided.get(other) instanceof Decision.Runs)
                .findFirst()
                .map(other -> "it needs %s, which has not succeeded yet".formatted(other.quoted()));
    }
}
