package dev.penstock.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StopTest {

    private final List<String> told = new ArrayList<>();
    private final Stop stop = Stop.root(() -> told.add("afterwards"));

    @Test
    void tellsEachOnceAndThenWhoWaits() {
        stop.onStop(() -> told.add("first"));
        stop.inside().onStop(() -> told.add("inside"));
        stop.stop();
        stop.stop();
        assertThat(told).containsExactly("first", "inside", "afterwards", "afterwards");
    }

    @Test
    void tellsAtOnceWhoAsksAfterTheStop() {
        Stop inside = stop.inside();
        stop.stop();
        stop.onStop(() -> told.add("late"));
        inside.onStop(() -> told.add("late inside"));
        stop.inside().onStop(() -> told.add("late and new"));
        assertThat(told).endsWith("late", "late inside", "late and new");
    }
}
