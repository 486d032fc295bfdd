package dev.penstock.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Chance, in the forms in which a generator needs it. */
record Dice(RandomGenerator random) {

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both bounds are included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    <T> Optional<T> maybe(double probability, Supplier<T> supplier) {
        return chance(probability) ? Optional.of(supplier.get()) : Optional.empty();
    }

    <T> List<T> some(int least, int most, Supplier<T> supplier) {
        int count = between(least, most);
        List<T> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(supplier.get());
        }
        return some;
    }
}
