package dev.penstock.testing.run;

import dev.penstock.problem.Code;
import dev.penstock.problem.Nearest;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.testing.run.KnownStep.Work;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what a test has arranged wrongly, before the run begins. */
record Expectations(KnownSteps steps, Arrangement arranged, Problems problems) {

    void check() {
        arranged.standIns.keySet().forEach(this::standIn);
        arranged.faults.forEach((name, faults) -> faults(name, faults));
        arranged.answers.keySet().forEach(this::answer);
        steps.all().forEach(this::needed);
        problems.throwIfAny();
    }

    private void standIn(String name) {
        String where = "standIn(\"%s\", …)".formatted(name);
        SortedSet<String> can = steps.names(Work.OWN_CODE, Work.ELSEWHERE, Work.WORKFLOW, Work.PIPELINE);
        step(name, where, can).ifPresent(step -> {
            if (step.work() == Work.NONE) {
                problems.add(
                        Code.UNKNOWN_NAME,
                        where,
                        "%s is not work that something could stand in for.".formatted(step.described()),
                        "Stand in for steps such as: %s.".formatted(String.join(", ", can)));
            }
        });
    }

    private void faults(String name, List<Faults> faults) {
        String where = "failing(\"%s\", …)".formatted(name);
        SortedSet<String> can = steps.names(Work.OWN_CODE, Work.ELSEWHERE, Work.WORKFLOW, Work.PIPELINE);
        step(name, where, can).ifPresent(step -> {
            boolean stoodIn = arranged.standIns.containsKey(name);
            if (step.work() == Work.NONE || (isChild(step) && !stoodIn)) {
                problems.add(
                        Code.UNKNOWN_NAME,
                        where,
                        "%s has no attempts of its own that could fail.".formatted(step.described()),
                        isChild(step) ? "Stand in for it, or let a step inside fail." : "Let a step inside fail.");
            }
            if (step.work() == Work.OWN_CODE
                    && faults.stream().anyMatch(each -> each.path().isPresent())
                    && !hasPath(step)) {
                problems.add(
                        Code.UNKNOWN_NAME,
                        where,
                        "%s is a function, which does not know its place.".formatted(step.described()),
                        "Stand in for it, and throw where an input says so.");
            }
        });
    }

    private void answer(String name) {
        String where = "an answer to \"%s\"".formatted(name);
        SortedSet<String> can = new TreeSet<>();
        steps.all().stream().filter(KnownStep::isApproval).forEach(step -> can.add(step.name()));
        step(name, where, can)
                .filter(step -> !step.isApproval())
                .ifPresent(step -> problems.add(
                        Code.UNKNOWN_NAME,
                        where,
                        "%s is no approval.".formatted(step.described()),
                        Nearest.suggest(name, can)));
    }

    /** What a test has no place for needs something that stands in for it. */
    private void needed(KnownStep step) {
        boolean missing =
                step.work() == Work.ELSEWHERE || (step.work() == Work.WORKFLOW && arranged.registrations.isEmpty());
        boolean inside = step.around().stream().map(Node::name).anyMatch(this::isPipelineStoodInFor);
        if (missing && !inside && !arranged.standIns.containsKey(step.name())) {
            problems.add(
                    Code.MISSING_VALUE,
                    step.node().at().toString(),
                    "Nothing stands in for the step \"%s\", which cannot run in a test.".formatted(step.name()),
                    "Add .standIn(\"%s\", inputs -> …).".formatted(step.name()));
        }
    }

    private boolean isPipelineStoodInFor(String name) {
        return arranged.standIns.containsKey(name)
                && steps.find(name).filter(step -> step.work() == Work.PIPELINE).isPresent();
    }

    private Optional<KnownStep> step(String name, String where, SortedSet<String> known) {
        Optional<KnownStep> found = steps.find(name);
        if (found.isEmpty()) {
            problems.add(
                    Code.UNKNOWN_NAME,
                    where,
                    "The pipeline has no step \"%s\".".formatted(name),
                    Nearest.suggest(name, known));
        }
        return found;
    }

    private static boolean isChild(KnownStep step) {
        return step.work() == Work.WORKFLOW || step.work() == Work.PIPELINE;
    }

    private static boolean hasPath(KnownStep step) {
        return !(step.node() instanceof Node.Apply);
    }
}
