package dev.penstock.testing.run;

import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the test itself did wrong while the run went on; no assertion on the run may hide it. */
final class Mistakes {

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final List<AssertionError> assertions = new CopyOnWriteArrayList<>();

    void addAll(List<Problem> found) {
        problems.addAll(found);
    }

    void add(AssertionError error) {
        assertions.add(error);
    }

    void throwIfAny() {
        if (!assertions.isEmpty()) {
            throw assertions.getFirst();
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
    }
}
