package dev.penstock.flow;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Site;

/** Leaves the work on one handle or step because of a problem; the definition goes on after it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Code code, Site at, String message, String remedy) {
        super(message, null, false, false);
        this.problem = new Problem(code, at.toString(), message, remedy);
    }

    Problem problem() {
        return problem;
    }
}
