package dev.penstock.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that all of one input are reported together. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Code code, String where, String message, String remedy) {
        add(new Problem(code, where, message, remedy));
    }

    public void add(Problem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** Ends here with everything found so far, or goes on when nothing was. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
