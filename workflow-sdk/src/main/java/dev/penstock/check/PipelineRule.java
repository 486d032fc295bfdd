package dev.penstock.check;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.PipelineSpec;

/** What a pipeline says of its runs can be meant. */
final class PipelineRule {

    private PipelineRule() {}

    static void check(PipelineSpec pipeline, Problems problems) {
        String at = pipeline.at().toString();
        pipeline.settings()
                .timeout()
                .filter(limit -> limit.isNegative() || limit.isZero())
                .ifPresent(limit -> problems.add(
                        Code.INVALID_OPTION,
                        at,
                        "Runs of \"%s\" may last %s.".formatted(pipeline.name(), limit),
                        "Use a time above zero."));
        pipeline.settings()
                .budget()
                .filter(amount -> amount.signum() <= 0)
                .ifPresent(amount -> problems.add(
                        Code.INVALID_OPTION,
                        at,
                        "Runs of \"%s\" may cost %s.".formatted(pipeline.name(), amount),
                        "Use an amount above zero."));
    }
}
