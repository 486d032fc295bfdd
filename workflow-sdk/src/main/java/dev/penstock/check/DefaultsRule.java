package dev.penstock.check;

import dev.penstock.problem.Problems;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.type.Conformance;
import dev.penstock.type.Types;

/** The defaults of a pipeline are an input that it can take. */
final class DefaultsRule {

    private DefaultsRule() {}

    static void check(PipelineSpec pipeline, Types types, Problems problems) {
        String at = pipeline.at().toString();
        pipeline.defaults()
                .ifPresent(defaults -> new Conformance(types, path -> at + " (defaults, " + path + ")", problems)
                        .check(defaults, pipeline.input()));
    }
}
