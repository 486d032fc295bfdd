package dev.penstock.cli.plan;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.Call;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.output.Style;
import dev.penstock.cli.params.RunInput;
import dev.penstock.cli.sample.Broad;
import dev.penstock.spec.Spec;
import dev.penstock.testing.SpecGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTextTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatStepsOfEveryKindDo() {
        assertThat(Call.in(folder).with(new Broad()).run("plan", "--param", "groups=[[1],[2]]", "--param", "goal=4"))
                .succeeded()
                .prints(
                        "cluster resource RayJob (ray.io/v1)\n",
                        "sum pipeline sum\n after cluster\n",
                        "map-input map for each of in × 2\n double function Broad::twice\n",
                        "map-groups map for each of in.groups × 2\n up to 25 % may fail\n",
                        "loop until repeat-start.state.enough is true, at most 9 times\n next function",
                        "gate provided repeat-start.count ≥ 1\n otherwise the run is rejected: nothing to count\n",
                        "approval of provided-count by owners\n",
                        "not by the author",
                        "2 approvers needed",
                        "within 2d",
                        "pause for 1h\n",
                        "watch workflow Watch\n",
                        "When the run fails\n page call Pager::page\n",
                        "15 steps: 5 functions, 1 call, 1 workflow, 1 resource, 1 pipeline, 2 maps, 1 gate, 1 loop,");
    }

    @Test
    void doesNotGuessTheCountOfAFanOut() {
        assertThat(Call.in(folder).with(new Broad()).run("plan"))
                .succeeded()
                .prints("for each of in × 2\n", "for each of in.groups\n");
    }

    @Test
    void saysWhatAnyGraphDoes() {
        SpecGenerator specs = SpecGenerator.seeded(7);
        for (int i = 0; i < 200; i++) {
            Spec spec = specs.next();
            RunInput nothing = new RunInput("x", Optional.empty(), List.of());
            Plan plan = Plan.of(new Target(spec, Optional.empty(), "here"), nothing, "local");
            assertThat(PlanText.of(plan, new Style(false), 100)).contains("Steps\n", "Result", " step");
        }
    }
}
