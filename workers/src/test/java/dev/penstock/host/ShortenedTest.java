package dev.penstock.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;

final class ShortenedTest {

    private static int deep(int n) {
        return n == 0 ? bottom() : deep(n - 1) + 1;
    }

    private static int bottom() {
        throw new IllegalStateException("x".repeat(5_000_000));
    }

    private static RuntimeException thrown() {
        try {
            deep(500);
            throw new AssertionError("nothing was thrown");
        } catch (IllegalStateException e) {
            return e;
        }
    }

    @Test
    void cutsWordsAndFramesOfEveryCause() {
        RuntimeException cause = thrown();
        cause.addSuppressed(thrown());
        ApplicationFailure shortened = Shortened.of(new IllegalArgumentException("outer", cause));
        assertThat(shortened.getOriginalMessage()).isEqualTo("outer");
        assertThat(shortened.getType()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(shortened.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().startsWith("cutsWords"));
        assertThat(shortened.getCause()).isInstanceOfSatisfying(ApplicationFailure.class, inner -> {
            assertThat(inner.getOriginalMessage()).hasSizeBetween(2_000, 2_100).endsWith("…");
            assertThat(inner.getStackTrace()).hasSize(40);
            assertThat(inner.getSuppressed()).isEmpty();
        });
    }

    @Test
    void endsLongChains() {
        Throwable chain = new IllegalStateException((String) null);
        for (int i = 0; i < 100; i++) {
            chain = new IllegalStateException("cause " + i, chain);
        }
        int length = 0;
        for (Throwable next = Shortened.of(chain); next != null; next = next.getCause()) {
            length++;
        }
        assertThat(length).isEqualTo(3);
        assertThat(Shortened.of(new IllegalStateException((String) null)).getOriginalMessage())
                .isEmpty();
    }
}
