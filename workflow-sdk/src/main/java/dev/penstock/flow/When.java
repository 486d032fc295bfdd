package dev.penstock.flow;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The second half of {@code flow.when(…).otherwise(…)}.
 *
 * @param <O> what both branches yield
 */
public final class When<O> {

    private final Function<Supplier<? extends Value<? extends O>>, Value<O>> finish;

    When(Function<Supplier<? extends Value<? extends O>>, Value<O>> finish) {
        this.finish = finish;
    }

    /** What to do when the condition does not hold. */
    public Value<O> otherwise(Supplier<? extends Value<? extends O>> otherwise) {
        return finish.apply(otherwise);
    }
}
