package dev.penstock.testing;

import static java.util.stream.Collectors.joining;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts on whether a pipeline is accepted, and on the problems when it is not. */
public final class PipelineAssert extends AbstractAssert<PipelineAssert, List<Problem>> {

    PipelineAssert(ThrowingCallable code) {
        super(problems(code), PipelineAssert.class);
    }

    /** Has no problem at all. */
    public PipelineAssert isAccepted() {
        return expect(actual.isEmpty(), "Expected the pipeline to be accepted.");
    }

    /** Has a problem of this kind, maybe among others. */
    public PipelineAssert isRefusedWith(Code code) {
        return expect(
                actual.stream().anyMatch(problem -> problem.code() == code),
                "Expected the pipeline to be refused with %s.".formatted(code.text()));
    }

    /** Has a problem at this place, such as {@code IrisPipeline.java:58}. */
    public PipelineAssert isRefusedAt(String place) {
        return expect(
                actual.stream().anyMatch(problem -> isAt(problem.where(), place)),
                "Expected the pipeline to be refused at %s.".formatted(place));
    }

    /** Has exactly this many problems. */
    public PipelineAssert hasProblems(int count) {
        return expect(actual.size() == count, "Expected %d problems, got %d.".formatted(count, actual.size()));
    }

    /** A place may go on with the part of the value that is meant, but not with another digit. */
    private static boolean isAt(String where, String place) {
        int found = where.indexOf(place);
        int end = found + place.length();
        return found >= 0 && (end == where.length() || !Character.isLetterOrDigit(where.charAt(end)));
    }

    private PipelineAssert expect(boolean holds, String expectation) {
        if (!holds) {
            failWithMessage("%s%n%s", expectation, described());
        }
        return this;
    }

    private String described() {
        return actual.isEmpty()
                ? "It is accepted."
                : actual.stream().map(problem -> "  " + problem).collect(joining("\n", "Its problems:\n", ""));
    }

    private static List<Problem> problems(ThrowingCallable code) {
        Optional<Throwable> thrown = Optional.ofNullable(ThrowableAssert.catchThrowable(code));
        if (thrown.isEmpty()) {
            return List.of();
        }
        if (thrown.get() instanceof InvalidInputException invalid) {
            return invalid.problems();
        }
        throw new AssertionError("Expected a spec or problems, but this was thrown: " + thrown.get(), thrown.get());
    }
}
