package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void putsEachShapeBelowAllThatItReads() {
        assertThat(ranks(4, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}, new int[] {2, 3}))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void lowersAShapeThatReadsNothingToItsReader() {
        assertThat(ranks(4, new int[] {0, 1}, new int[] {1, 2}, new int[] {3, 2}))
                .containsExactly(0, 1, 2, 1);
    }

    @Test
    void leavesAHeldShapeAtTheTop() {
        boolean[] held = {false, false, false, true};
        Ranks ranks = new Ranks(4, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {3, 2}), held);
        assertThat(ranks.of(3)).isZero();
    }

    @Test
    void breaksACycleAtItsFirstShape() {
        Ranks ranks = new Ranks(
                3, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0}, new int[] {1, 1}), new boolean[3]);
        assertThat(ranks.isDownward(0, 1)).isTrue();
        assertThat(ranks.isDownward(1, 2)).isTrue();
        assertThat(ranks.isDownward(2, 0)).isFalse();
        assertThat(ranks.isDownward(1, 1)).isFalse();
    }

    private static List<Integer> ranks(int shapes, int[]... pairs) {
        Ranks ranks = new Ranks(shapes, List.of(pairs), new boolean[shapes]);
        return IntStream.range(0, shapes).mapToObj(ranks::of).toList();
    }
}
