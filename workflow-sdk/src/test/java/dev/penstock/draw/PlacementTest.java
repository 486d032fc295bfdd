package dev.penstock.draw;

import static dev.penstock.draw.Steps.IN;
import static dev.penstock.draw.Steps.applyAfter;
import static dev.penstock.draw.Steps.in;
import static dev.penstock.draw.Steps.out;
import static dev.penstock.draw.Steps.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.penstock.draw.Block.Frame;
import dev.penstock.draw.Block.Piece;
import dev.penstock.draw.Block.Tip;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.Spec;
import dev.penstock.type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What makes a picture pleasant, beyond being right. */
class PlacementTest {

    @Test
    void standsAChainStraight() {
        Block block = Layout.of(Drawing.of(Examples.hello()));
        double middle = middle(block, "greet");
        assertThat(block.frames()).allSatisfy(frame -> assertThat(middle(frame)).isCloseTo(middle, within(0.1)));
        assertThat(bends(block)).isZero();
    }

    @Test
    void centresAStepOverThoseThatReadIt() {
        Block block = Layout.of(Drawing.of(Examples.fan(5)));
        assertThat(middle(block, "in")).isCloseTo(middle(block, "step-2"), within(0.1));
        assertThat(middle(block, "result")).isCloseTo(middle(block, "step-2"), within(0.1));
    }

    @Test
    void swapsStepsSoThatLinesDoNotCross() {
        List<Node> nodes = new ArrayList<>();
        List<Expression> last = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            nodes.add(applyAfter("upper-" + i, List.of(), IN));
        }
        for (int i = 0; i < 6; i++) {
            nodes.add(applyAfter("lower-" + i, List.of(), out("upper-" + (i * 5 + 2) % 6)));
            last.add(out("lower-" + i));
        }
        Spec spec = spec("swapped", new Graph(nodes, Optional.of(new Expression.Items(last, Scalar.LONG))));
        Block block = Layout.of(Drawing.of(spec));
        for (int i = 0; i < 6; i++) {
            assertThat(middle(block, "lower-" + i)).isCloseTo(middle(block, "upper-" + (i * 5 + 2) % 6), within(0.1));
        }
    }

    @Test
    void keepsHeadsApartFromEachOtherAndFromLinesIntoTheSameFrame() {
        Drawing drawing = Drawing.of(Examples.iris());
        Block block = Layout.of(drawing);
        for (Tip tip : block.tips()) {
            List<Double> arrivals = new ArrayList<>();
            for (Block.Wire wire : block.wires()) {
                for (Piece piece : wire.pieces()) {
                    boolean here = Math.abs(piece.toY() - tip.y()) < 0.01
                            && !wire.line().equals(tip.line());
                    if (here && Math.abs(piece.toX() - tip.x()) < 100) {
                        arrivals.add(piece.toX());
                    }
                }
            }
            assertThat(arrivals)
                    .allSatisfy(x -> assertThat(Math.abs(x - tip.x())).isGreaterThan(10));
        }
    }

    @Test
    void leavesNoMoreBendsInARealPipelineThanItNeeds() {
        assertThat(bends(Layout.of(Drawing.of(Examples.iris())))).isLessThanOrEqualTo(16);
    }

    @Test
    void fillsAScreenWithStepsThatHaveNothingToDoWithEachOther() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.add(applyAfter("step-" + i, List.of()));
        }
        Block block = Layout.of(Drawing.of(spec("loose", new Graph(nodes, Optional.of(in("x"))))));
        assertThat(block.width() / block.height()).isBetween(1.0, 3.0);
    }

    private static long bends(Block block) {
        return block.wires().stream()
                .flatMap(wire -> wire.pieces().stream())
                .filter(piece -> Math.abs(piece.x() - piece.toX()) > 0.1)
                .count();
    }

    private static double middle(Block block, String name) {
        return block.frames().stream()
                .filter(frame -> frame.shape().name().equals(name))
                .mapToDouble(PlacementTest::middle)
                .findFirst()
                .orElseThrow();
    }

    private static double middle(Frame frame) {
        return frame.x() + frame.width() / 2;
    }
}
