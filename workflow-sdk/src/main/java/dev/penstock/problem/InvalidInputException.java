package dev.penstock.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What a user gave us cannot be used; carries every problem found in it. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(Code code, String where, String message, String remedy) {
        this(List.of(new Problem(code, where, message, remedy)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
