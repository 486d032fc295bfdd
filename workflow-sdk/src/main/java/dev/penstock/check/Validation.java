package dev.penstock.check;

import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Spec;
import java.util.List;

/** Finds everything that is wrong with a spec, whether it was traced from code or read from a file. */
public final class Validation {

    private Validation() {}

    /** The problems of a spec as such. */
    public static List<Problem> of(Spec spec) {
        return problems(spec, true);
    }

    /** The problems of a spec with gaps that were reported already: nothing is said about what nobody uses. */
    public static List<Problem> ofIncomplete(Spec spec) {
        return problems(spec, false);
    }

    /** What keeps a sound spec from running on this platform. */
    public static List<Problem> on(Spec spec, Platform platform) {
        Problems problems = new Problems();
        PlatformRule rule = new PlatformRule(platform, problems);
        Walk.pipelines(spec).forEach(pipeline -> Walk.nodes(pipeline).forEach(rule::check));
        return problems.list();
    }

    private static List<Problem> problems(Spec spec, boolean complete) {
        Problems problems = new Problems();
        boolean typed = TypesRule.check(spec, problems);
        for (PipelineSpec pipeline : Walk.pipelines(spec)) {
            List<Node> nodes = Walk.nodes(pipeline);
            boolean named = NameRule.check(pipeline, nodes, problems);
            PipelineRule.check(pipeline, problems);
            for (Node node : nodes) {
                ApplicabilityRule.check(node, problems);
                SettingRule.check(node, problems);
                NodeRule.check(node, spec.types(), problems);
            }
            if (typed && named) {
                DefaultsRule.check(pipeline, spec.types(), problems);
                new FlowRule(pipeline, spec.types(), problems).check();
            }
            if (complete && named) {
                CycleRule.check(pipeline, problems);
                DanglingRule.check(pipeline, nodes, problems);
            }
        }
        if (typed) {
            new EvidenceRule(spec.types(), problems).check(spec);
        }
        return problems.list();
    }
}
