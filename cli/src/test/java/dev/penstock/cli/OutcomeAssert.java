package dev.penstock.cli;

import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Says what a call of the command should have come to. */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    private OutcomeAssert(Outcome actual) {
        super(actual, OutcomeAssert.class);
    }

    public static OutcomeAssert assertThat(Outcome actual) {
        return new OutcomeAssert(actual);
    }

    public OutcomeAssert succeeded() {
        Assertions.assertThat(actual.code()).as(actual.err()).isZero();
        return withoutTrace();
    }

    /** Ended with 2 and problems of exactly these codes, in any order. */
    public OutcomeAssert refused(String... codes) {
        Assertions.assertThat(actual.code()).as(actual.toString()).isEqualTo(2);
        Assertions.assertThat(actual.err().lines().filter(line -> line.matches("\\S.*  [a-z-]+")))
                .as(actual.err())
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactlyInAnyOrder(codes);
        Assertions.assertThat(actual.err()).contains("nothing was run.");
        return withoutTrace();
    }

    public OutcomeAssert complains(CharSequence... words) {
        Assertions.assertThat(actual.err()).contains(words);
        return this;
    }

    /** However many spaces stand between the columns. */
    public OutcomeAssert prints(String... words) {
        Assertions.assertThat(squeezed(actual.out()))
                .contains(Stream.of(words).map(OutcomeAssert::squeezed).toList());
        return this;
    }

    public OutcomeAssert doesNotPrint(CharSequence... words) {
        Assertions.assertThat(actual.out()).doesNotContain(words);
        return this;
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    private OutcomeAssert withoutTrace() {
        Assertions.assertThat(actual.out() + actual.err()).doesNotContain("\tat ", "Exception in thread", "Caused by:");
        return this;
    }
}
