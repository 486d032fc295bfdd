package dev.penstock.draw;

import static dev.penstock.draw.Steps.IN;
import static dev.penstock.draw.Steps.applyAfter;
import static dev.penstock.draw.Steps.graph;
import static dev.penstock.draw.Steps.out;
import static dev.penstock.draw.Steps.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.draw.Block.Frame;
import dev.penstock.draw.Drawing.Box;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void placesOrdinaryPipelinesSoundly() {
        for (Spec spec : List.of(
                Examples.hello(),
                Examples.iris(),
                Examples.everything(),
                Examples.chain(40),
                Examples.fan(40),
                Examples.hostile("\"<script> 🌷 a rather long name that fills its box to the border and more"))) {
            new Soundness(Drawing.of(spec)).check();
        }
    }

    @Test
    void placesTwoHundredRandomPipelinesSoundly() {
        for (int seed = 0; seed < 200; seed++) {
            new Soundness(Drawing.of(RandomSpecs.of(seed))).check();
        }
    }

    @Test
    void tellsInWordsWhatACycleReads() {
        Spec spec = spec(
                "cycle",
                graph(out("b"), applyAfter("a", List.of(), IN, out("b")), applyAfter("b", List.of(), out("a"))));
        assertThat(details(spec)).containsOnlyOnce("also reads b");
    }

    @Test
    void tellsInWordsWhatATangleReadsFromFarAway() {
        assertThat(details(RandomSpecs.tangle(4_000))).anyMatch(detail -> detail.startsWith("also reads step-"));
    }

    @Test
    void setsDisconnectedStepsSideBySide() {
        Block block = Layout.of(Drawing.of(Examples.everything()));
        Frame handler = frame(block, "on failure");
        Frame input = frame(block, "in");
        assertThat(handler.y()).isEqualTo(input.y());
        assertThat(handler.x()).isGreaterThan(input.x());
    }

    private static Frame frame(Block block, String name) {
        return block.frames().stream()
                .filter(frame -> frame.shape().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> details(Spec spec) {
        return Layout.of(Drawing.of(spec)).frames().stream()
                .map(Frame::shape)
                .flatMap(shape -> shape instanceof Box box ? box.details().stream() : Stream.of())
                .toList();
    }
}
