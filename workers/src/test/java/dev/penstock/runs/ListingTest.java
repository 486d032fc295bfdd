package dev.penstock.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ListingTest {

    static Stream<Arguments> queries() {
        RunFilter all = RunFilter.newest(10);
        return Stream.of(
                arguments(all, true, "PenstockPipeline IS NOT NULL"),
                arguments(all, false, ""),
                arguments(all.of("iris"), true, "WorkflowType = 'iris'"),
                arguments(all.of("o'neill"), false, "WorkflowType = 'o\\'neill'"),
                arguments(all.that(RunOutcome.AT_WORK), false, "ExecutionStatus = 'Running'"),
                arguments(
                        all.of("iris").that(RunOutcome.REJECTED),
                        true,
                        "WorkflowType = 'iris' AND ExecutionStatus IN ('Failed', 'TimedOut')"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void asksTheServerForNoMoreThanNeeded(RunFilter filter, boolean searchable, String query) {
        assertThat(Listing.query(filter, searchable)).isEqualTo(query);
    }
}
