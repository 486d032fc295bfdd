package dev.penstock.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, so that all of one input are reported together. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Code code, String where, String message, String remedy) {
        add(new Problem(code, where, message, remedy));
    }

    public void add(Problem problem) {
        found.add(problem);
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
            throw new InvalidInputException(list());
        }
    }
}
