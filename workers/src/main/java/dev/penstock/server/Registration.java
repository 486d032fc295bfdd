package dev.penstock.server;

import dev.penstock.problem.Problem;
import java.util.List;

/** What came of registering the attributes of runs: the names added now, those still missing, and why. */
public record Registration(List<String> added, List<String> missing, List<Problem> problems) {

    public Registration {
        added = List.copyOf(added);
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
    }

    /** Whether runs can have the attributes. */
    public boolean complete() {
        return problems.isEmpty();
    }
}
