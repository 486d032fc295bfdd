package dev.penstock.cli.plan;

import static dev.penstock.option.StepOption.budget;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.on;
import static dev.penstock.option.StepOption.outOfMemory;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.quorum;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.timeout;
import static dev.penstock.option.StepOption.tolerate;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.penstock.option.Setting;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingWordsTest {

    @ParameterizedTest
    @MethodSource("settings")
    void saysWhatIsAsked(Setting setting, String words) {
        assertThat(SettingWords.of(setting)).isEqualTo(words);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments(retry(1), "one try"),
                arguments(retry(5).every(ofMinutes(1)), "up to 5 tries, 1m apart"),
                arguments(retry(3), "up to 3 tries, 10s apart, growing to 10m"),
                arguments(timeout(ofHours(2)), "each attempt at most 2h"),
                arguments(pendingAtMost(ofMinutes(20)), "waits at most 20m for a place"),
                arguments(cached(), "reuses results"),
                arguments(cached().forAtMost(ofDays(7)).version("v2"), "reuses results up to 7d old of version v2"),
                arguments(cached().ignoring("day", "seed"), "reuses results whatever day, seed"),
                arguments(cached().refresh(), "computed anew, kept for reuse"),
                arguments(spot(), "on spot"),
                arguments(spot().onDemandAfter(1), "on spot, on-demand after 1 interruption"),
                arguments(on("a", "b"), "pool a, then b"),
                arguments(outOfMemory(1.5, "64Gi"), "memory × 1.5 when it runs out, up to 64Gi"),
                arguments(budget("12.50"), "costs at most 12.50"),
                arguments(rejecting(IllegalStateException.class), "rejects on IllegalStateException"),
                arguments(tolerate(0.1), "up to 10 % may fail"),
                arguments(quorum(1), "1 approver needed"));
    }
}
