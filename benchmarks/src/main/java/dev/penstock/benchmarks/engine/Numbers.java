package dev.penstock.benchmarks.engine;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** Steps that do next to nothing, so that what is measured is the engine. */
@ActivityInterface
public interface Numbers {

    int next(int number);

    int total(List<Integer> numbers);

    /** Does it, for both sides. */
    final class Plain implements Numbers {

        @Override
        public int next(int number) {
            return increment(number);
        }

        @Override
        public int total(List<Integer> numbers) {
            return sum(numbers);
        }
    }

    static int increment(int number) {
        return number + 1;
    }

    static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
