package dev.penstock.benchmarks.engine;

import java.util.List;
import java.util.stream.IntStream;

/** The functions of generated graphs. */
final class MixedSteps {

    private static final int BOUND = 1_000_003;

    private MixedSteps() {}

    static int mixed(int one, int other) {
        return Math.floorMod(31 * one + other + 7, BOUND);
    }

    static int next(int number) {
        return mixed(number, 3);
    }

    static List<Integer> few(int number) {
        return IntStream.range(0, 1 + Math.floorMod(number, 8))
                .map(i -> mixed(number, i))
                .boxed()
                .toList();
    }

    static List<Integer> many(int number) {
        return IntStream.range(0, 700).map(i -> mixed(number, i)).boxed().toList();
    }

    static int all(List<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum = mixed(sum, number);
        }
        return sum;
    }
}
