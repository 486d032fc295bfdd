package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Messages;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import dev.penstock.record.RunOutcome;
import dev.penstock.rerun.RerunPlan;
import dev.penstock.rerun.Version;
import dev.penstock.spec.Spec;
import dev.penstock.type.Conformance;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.util.Optional;

/** Another run of the same name that goes on with what the last one has done, ready to be started. */
public record Retry(RerunPlan plan, RunOrder order) {

    static Retry of(LastRun last, Change change, Values values) {
        Spec spec = change.spec().orElse(last.spec());
        if (!spec.name().equals(last.spec().name())) {
            throw new InvalidInputException(
                    Code.REFUSED_VALUE,
                    where(last),
                    "It is a run of the pipeline \"%s\", not of \"%s\"."
                            .formatted(last.spec().name(), spec.name()),
                    "Retry it with a version of its own pipeline, or start a new run.");
        }
        JsonNode input = checked(spec, change.input().orElse(last.input()));
        RerunPlan plan = RerunPlan.of(
                new Version(last.spec(), last.input()),
                new Version(spec, input),
                last.carried(),
                values::load,
                change.from());
        if (last.outcome() == RunOutcome.SUCCEEDED && plan.runsNothing()) {
            throw new InvalidInputException(
                    Code.NOTHING_FAILED,
                    where(last),
                    "Nothing failed.",
                    "Name the step to run again from with --from.");
        }
        boolean same =
                change.from().isEmpty() && spec.digest().equals(last.spec().digest()) && input.equals(last.input());
        RunOrder order = new RunOrder(
                spec,
                input,
                last.run(),
                change.by(),
                "retry",
                change.build().orElse(last.build()),
                last.applicationQueue(),
                last.limits(),
                Optional.of(state(plan, last, values)),
                same ? last.generation() : last.generation() + 1,
                last.starters(),
                false);
        return new Retry(plan, order);
    }

    private static Datum state(RerunPlan plan, LastRun last, Values values) {
        Datum state = Datum.of(Messages.encode(plan.carried()));
        return state.size() > last.limits().mostInline() ? values.store(state) : state;
    }

    private static JsonNode checked(Spec spec, JsonNode input) {
        Problems problems = new Problems();
        JsonNode checked = new Conformance(spec.types(), path -> "the input of the run at " + path, problems)
                .check(input, spec.pipeline().input());
        problems.throwIfAny();
        return checked;
    }

    private static String where(LastRun last) {
        return "run \"%s\"".formatted(last.run());
    }
}
